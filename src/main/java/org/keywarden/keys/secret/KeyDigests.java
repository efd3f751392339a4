package org.keywarden.keys.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Under which digests a key may be stored: as ours, and as whatever was imported of it. ADR 18. */
@ApplicationScoped
public class KeyDigests {

    @Inject Pepper pepper;
    @Inject ImportedForms forms;
    @Inject ScryptDigests scrypt;

    /** Whether a text can be a key at all, native or imported. Asks no database. */
    public boolean isPlausible(String text) {
        return Secret.isWellFormed(text) || ForeignSecret.isPlausible(text);
    }

    /** What a key is stored under once it was used. */
    public String newest(String key) {
        return pepper.digest(key);
    }

    /** What a presented text may be stored under; empty for a text that cannot be a stored key. */
    public List<String> of(String presented) {
        var isNative = Secret.isWellFormed(presented);
        if (!isNative && !ForeignSecret.isPlausible(presented)) {
            return List.of();
        }
        var known = forms.known();
        if (!isNative && known.isEmpty()) {
            return List.of();
        }
        var digests = new ArrayList<>(pepper.digests(presented));
        if (known.contains(ImportedForm.SHA256)) {
            digests.addAll(pepper.digests(ImportedDigest.sha256Of(presented)));
        }
        return digests;
    }

    /**
     * What a presented text may be stored under besides, at a cost; empty for most.
     *
     * @param patience how long to wait for a turn
     */
    public List<String> costly(String presented, Duration patience) {
        return ImportedDigest.isNaapKey(presented)
                        && forms.known().contains(ImportedForm.NAAP_SCRYPT)
                ? pepper.digests(scrypt.digest(presented, patience))
                : List.of();
    }

    /**
     * What an imported key is to be stored under, and may be stored under already.
     *
     * @param withScrypt whether that may be, at a cost, as {@code naap-scrypt}
     * @param patience how long to wait for a turn
     */
    public Fingerprint fingerprint(ImportedSecret secret, boolean withScrypt, Duration patience) {
        var raw = secret.raw();
        if (raw == null) {
            return fingerprint(List.of(pepper.digests(Objects.requireNonNull(secret.digest()))));
        }
        var digests = new ArrayList<List<String>>();
        digests.add(pepper.digests(raw));
        digests.add(pepper.digests(ImportedDigest.sha256Of(raw)));
        if (withScrypt && ImportedDigest.isNaapKey(raw)) {
            digests.add(pepper.digests(scrypt.digest(raw, patience)));
        }
        return fingerprint(digests);
    }

    private static Fingerprint fingerprint(List<List<String>> byForm) {
        return new Fingerprint(
                byForm.stream().map(digests -> digests.get(0)).toList(),
                byForm.stream().flatMap(List::stream).toList());
    }
}
