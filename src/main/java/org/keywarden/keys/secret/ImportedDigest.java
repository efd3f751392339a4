package org.keywarden.keys.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * What another system had stored of a key, in one spelling for all that mean the same.
 *
 * @param form how it was made
 * @param hex 64 lower-case hex digits
 */
public record ImportedDigest(ImportedForm form, String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAAP_KEY = Pattern.compile("naap_[0-9a-f]{16}_[0-9a-f]{48}");
    private static final byte[] NAAP_SALT = "naap-api-key-v1".getBytes(StandardCharsets.US_ASCII);

    /** The spellings of a digest in an import. */
    public enum Algorithm {
        SHA256_HEX("sha256-hex"),
        SHA256_BASE64URL("sha256-base64url"),
        NAAP_SCRYPT("naap-scrypt");

        private final String wireName;

        Algorithm(String wireName) {
            this.wireName = wireName;
        }

        /** Reads the wire name; empty for an unknown one. */
        public static Optional<Algorithm> of(String wireName) {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.wireName.equals(wireName))
                    .findFirst();
        }

        /** Reads a value; empty unless it is spelled exactly as this algorithm spells it. */
        public Optional<ImportedDigest> read(String value) {
            return switch (this) {
                case SHA256_HEX -> hex(value, ImportedForm.SHA256);
                case SHA256_BASE64URL -> base64Url(value);
                case NAAP_SCRYPT -> hex(value, ImportedForm.NAAP_SCRYPT);
            };
        }

        private static Optional<ImportedDigest> hex(String value, ImportedForm form) {
            return HEX.matcher(value).matches()
                    ? Optional.of(new ImportedDigest(form, value))
                    : Optional.empty();
        }

        /** Written again it must read the same: the last of the 43 characters has two spare bits. */
        private static Optional<ImportedDigest> base64Url(String value) {
            if (value.length() != 43) {
                return Optional.empty();
            }
            try {
                var bytes = Base64.getUrlDecoder().decode(value);
                var again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                return again.equals(value) ? Optional.of(sha256(bytes)) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static ImportedDigest sha256(byte[] digest) {
            return new ImportedDigest(ImportedForm.SHA256, HexFormat.of().formatHex(digest));
        }
    }

    static ImportedDigest sha256Of(String key) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return Algorithm.sha256(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether a text has the form of the keys that were stored as {@code naap-scrypt}. */
    static boolean isNaapKey(String text) {
        return NAAP_KEY.matcher(text).matches();
    }

    /** Takes 16 MiB, and tens of milliseconds. */
    static ImportedDigest naapScryptOf(String key) {
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        var digest = SCrypt.generate(bytes, NAAP_SALT, 16_384, 8, 1, 32);
        return new ImportedDigest(ImportedForm.NAAP_SCRYPT, HexFormat.of().formatHex(digest));
    }

    /** What the pepper is applied to. */
    String text() {
        return form.stored() + ":" + hex;
    }

    /** Never the digest: of a weak key it is as good as the key. */
    @Override
    public String toString() {
        return "ImportedDigest[" + form + "]";
    }
}
