package org.keywarden.keys.secret;

import java.util.regex.Pattern;

/**
 * A key that another system made: 8–512 printable ASCII characters, of any form.
 *
 * @param text the whole key
 */
public record ForeignSecret(String text) {

    private static final Pattern PLAUSIBLE = Pattern.compile("[!-~]{8,512}");
    private static final int MAX_LENGTH = 512;
    private static final int SEARCHED = 12;
    private static final int SHOWN = 4;

    /** Whether a text can be such a key at all. */
    public static boolean isPlausible(String text) {
        return text.length() <= MAX_LENGTH && PLAUSIBLE.matcher(text).matches();
    }

    /**
     * The part that may be shown: up to and including the last underscore among the first 12
     * characters, and the next 4; without an underscore there, the first 4. So too if fewer than 4
     * characters stayed hidden.
     */
    public String shownPrefix() {
        var underscore = text.substring(0, Math.min(SEARCHED, text.length())).lastIndexOf('_');
        var end = underscore + 1 + SHOWN;
        return text.substring(0, end <= text.length() - SHOWN ? end : SHOWN) + "...";
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ForeignSecret";
    }
}
