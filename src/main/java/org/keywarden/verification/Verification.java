package org.keywarden.verification;

import org.jspecify.annotations.Nullable;
import org.keywarden.keys.StoredKey;

/**
 * Whether a presented key opens what was asked for; if not, why.
 *
 * @param code why
 * @param key the key, or {@code null} if there is none that the caller may know of
 */
public record Verification(Code code, @Nullable StoredKey key) {

    static final Verification NOT_FOUND = new Verification(Code.NOT_FOUND, null);

    public boolean isValid() {
        return code == Code.VALID;
    }
}
