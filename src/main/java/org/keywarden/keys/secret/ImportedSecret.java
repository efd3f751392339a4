package org.keywarden.keys.secret;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an import brings of a key: the key itself, or a digest of it. Exactly one is there.
 *
 * @param raw the key
 * @param digest what another system had stored of it
 */
public record ImportedSecret(@Nullable String raw, @Nullable ImportedDigest digest) {

    public static ImportedSecret of(String raw) {
        return new ImportedSecret(raw, null);
    }

    public static ImportedSecret of(ImportedDigest digest) {
        return new ImportedSecret(null, digest);
    }

    /**
     * The forms to look for from now on. A digest gives way to the key itself at the first use, so it
     * brings that form as well.
     */
    public Set<ImportedForm> forms() {
        if (digest != null) {
            return Set.of(digest.form(), ImportedForm.RAW);
        }
        return isNative() ? Set.of() : Set.of(ImportedForm.RAW);
    }

    /** The part that may be shown where nobody said which. */
    public String shownPrefix() {
        if (raw == null) {
            return "...";
        }
        return isNative() ? new Secret(raw).shownPrefix() : new ForeignSecret(raw).shownPrefix();
    }

    private boolean isNative() {
        return Secret.isWellFormed(Objects.requireNonNull(raw));
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ImportedSecret";
    }
}
