package org.keywarden.identity;

import java.util.regex.Pattern;

/** What is taken for an e-mail address: plausible, no more. Only a message to it would prove it. */
public final class EmailAddress {

    /** In UTF-16 units, the stricter count of our databases. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern PLAUSIBLE =
            Pattern.compile(
                    "[^@\\s\\p{Cc}\\p{Cf}]+@[^@\\s\\p{Cc}\\p{Cf}]+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private EmailAddress() {}

    /** Whether a trimmed text may be one: one at sign, neither white space nor invisible characters. */
    public static boolean isPlausible(String text) {
        return text.length() <= MAX_LENGTH
                && Account.key(text).length() <= MAX_LENGTH // lower case can be longer
                && PLAUSIBLE.matcher(text).matches();
    }
}
