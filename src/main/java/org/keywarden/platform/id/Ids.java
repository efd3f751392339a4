package org.keywarden.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.regex.Pattern;

/**
 * Identifiers: a prefix that names the kind, and a time-ordered UUID as 32 hex digits, such as {@code
 * key_0199d5f2c0de7abc8123456789abcdef}. Later ids of a kind sort after earlier ones.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, UUID version 7</a>
 */
public final class Ids {

    private static final Pattern BODY = Pattern.compile("[0-9a-f]{32}");

    private Ids() {}

    /** Makes a new id of a kind, such as {@code key}. */
    public static String next(String kind) {
        return kind + "_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
    }

    /**
     * Whether a text that came from outside has the shape of an id of this kind. What has not is
     * unknown by definition, and never reaches the database.
     */
    public static boolean isOf(String kind, String text) {
        return text.startsWith(kind + "_")
                && BODY.matcher(text).region(kind.length() + 1, text.length()).matches();
    }
}
