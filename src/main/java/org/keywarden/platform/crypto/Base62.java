package org.keywarden.platform.crypto;

import java.math.BigInteger;

/** Numbers as text over {@code 0-9A-Za-z}, most significant digit first. */
public final class Base62 {

    static final BigInteger RADIX = BigInteger.valueOf(62);

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /**
     * Writes a number, left-padded with {@code 0}.
     *
     * @throws IllegalArgumentException if it is negative or needs more digits
     */
    public static String encode(BigInteger number, int digits) {
        if (number.signum() < 0 || number.compareTo(RADIX.pow(digits)) >= 0) {
            throw new IllegalArgumentException("The number does not fit");
        }
        var text = new char[digits];
        var rest = number;
        for (int i = digits - 1; i >= 0; i--) {
            var parts = rest.divideAndRemainder(RADIX);
            text[i] = ALPHABET.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(text);
    }

    /** Writes an unsigned 32-bit number in six digits. */
    public static String encode(long number) {
        var text = new char[6];
        var rest = number;
        for (int i = 5; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest % 62));
            rest /= 62;
        }
        return new String(text);
    }

    public static boolean isBase62(String text) {
        return text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }
}
