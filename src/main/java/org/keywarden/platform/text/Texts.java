package org.keywarden.platform.text;

import org.jspecify.annotations.Nullable;

/** How text from outside is read. */
public final class Texts {

    private Texts() {}

    /** The text without surrounding white space; blank text counts as absent. */
    public static @Nullable String trimmedOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Whether every code point is a character: no control character, which no label needs and logs
     * suffer from, and no half of a surrogate pair, which no database can store.
     */
    public static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }
}
