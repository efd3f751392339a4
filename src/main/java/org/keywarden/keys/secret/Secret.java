package org.keywarden.keys.secret;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.keywarden.platform.crypto.Base62;

/**
 * A native key as its owner holds it: {@code <brand>_<lookup id: 16 hex><secret: 43 base62><checksum: 6
 * base62>}, with an underscore before the secret. The checksum, CRC-32 of everything before it, tells a
 * typo or a leak without a database; it protects nothing.
 *
 * @param text the whole key
 */
public record Secret(String text) {

    /** The bytes of randomness in the lookup id. */
    public static final int LOOKUP_BYTES = 8;

    /** The bytes of randomness in the secret. */
    public static final int SECRET_BYTES = 32;

    private static final int SECRET_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;
    private static final Pattern NATIVE =
            Pattern.compile("[a-z0-9]{2,12}_[0-9a-f]{16}_[0-9A-Za-z]{49}");

    /**
     * Puts a new key together.
     *
     * @param brand 2–12 of {@code [a-z0-9]}
     * @param lookup {@link #LOOKUP_BYTES} random bytes
     * @param secret {@link #SECRET_BYTES} random bytes
     */
    public static Secret of(String brand, byte[] lookup, byte[] secret) {
        var digits = Base62.encode(new BigInteger(1, secret), SECRET_DIGITS);
        var body = brand + "_" + HexFormat.of().formatHex(lookup) + "_" + digits;
        return new Secret(body + checksum(body));
    }

    /** Whether a text is a native key without a typo. It need not exist. */
    public static boolean isWellFormed(String text) {
        if (!NATIVE.matcher(text).matches()) {
            return false;
        }
        var body = text.substring(0, text.length() - CHECKSUM_DIGITS);
        return text.endsWith(checksum(body));
    }

    /** The part that may be shown: {@code <brand>_<lookup id>...}. */
    public String shownPrefix() {
        return text.substring(0, text.lastIndexOf('_')) + "...";
    }

    /** CRC-32/ISO-HDLC, as in zip. */
    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return Base62.encode(crc.getValue());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Secret";
    }
}
