package org.keywarden.keys.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * The scrypt of a key whose entropy nobody knows, in a string that tells how to compute it again: {@code
 * $scrypt$ln=14,r=8,p=1$<salt>$<hash>}, both in base64 without padding. Each takes 16 MiB, and tens of
 * milliseconds.
 *
 * @param text the string, maybe damaged
 * @see <a href="https://github.com/P-H-C/phc-string-format">PHC string format</a>
 */
record ScryptHash(String text) {

    static final int SALT_BYTES = 16;

    private static final int COST = 14;
    private static final int BLOCK_SIZE = 8;
    private static final int HASH_BYTES = 32;

    /** A cost of up to 64 MiB: a later version may want more than this one. */
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$scrypt\\$ln=(1[0-6]),r=8,p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    /**
     * Hashes a key.
     *
     * @param salt {@link #SALT_BYTES} random bytes
     */
    static ScryptHash of(String key, byte[] salt) {
        var base64 = Base64.getEncoder().withoutPadding();
        var hash = base64.encodeToString(compute(key, salt, COST));
        return new ScryptHash(
                "$scrypt$ln=" + COST + ",r=8,p=1$" + base64.encodeToString(salt) + "$" + hash);
    }

    /** Whether it is the hash of this key; {@code false} if the string is damaged. */
    boolean isOf(String key) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        var base64 = Base64.getDecoder();
        var salt = base64.decode(parts.group(2));
        var expected = base64.decode(parts.group(3));
        var cost = Integer.parseInt(parts.group(1));
        return MessageDigest.isEqual(expected, compute(key, salt, cost));
    }

    private static byte[] compute(String key, byte[] salt, int cost) {
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        return SCrypt.generate(bytes, salt, 1 << cost, BLOCK_SIZE, 1, HASH_BYTES);
    }

    /** Never the hash: of a weak key it is as good as the key. */
    @Override
    public String toString() {
        return "ScryptHash";
    }
}
