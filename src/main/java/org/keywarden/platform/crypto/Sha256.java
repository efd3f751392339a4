package org.keywarden.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts that are random enough to need no key. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of a text in UTF-8: 64 lower-case hex digits. */
    public static String hex(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether a text has a digest; takes as long for each text. */
    public static boolean matches(String text, String digest) {
        return MessageDigest.isEqual(
                hex(text).getBytes(StandardCharsets.US_ASCII),
                digest.getBytes(StandardCharsets.US_ASCII));
    }
}
