package org.keywarden.identity;

import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.message.Languages;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;
import org.keywarden.platform.text.Texts;

/**
 * The wish to change one's own profile: all of its new state, trimmed and checked.
 *
 * @param name at most 100 code points without control characters; blank or {@code null} for none
 * @param locale the tag of one of {@link Languages#ALL}; blank or {@code null} for the browser's choice
 * @param theme how the pages shall look
 */
public record ProfileChange(@Nullable String name, @Nullable String locale, Theme theme) {

    private static final int MAX_NAME = 100;

    /**
     * @throws ValidationException naming {@code name} and {@code locale} if they are not acceptable
     */
    public ProfileChange {
        name = Texts.trimmedOrNull(name);
        locale = Texts.trimmedOrNull(locale);
        var violations = new ArrayList<Violation>();
        if (name != null && !isName(name)) {
            var message = "must have at most 100 characters, none a control character";
            violations.add(new Violation("name", "INVALID_TEXT", message));
        }
        if (locale != null && !isSpoken(locale)) {
            violations.add(new Violation("locale", "INVALID", "must be one of " + Languages.ALL));
        }
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }

    private static boolean isName(String text) {
        return text.codePointCount(0, text.length()) <= MAX_NAME && Texts.isPlain(text);
    }

    private static boolean isSpoken(String tag) {
        return Languages.ALL.stream().map(Locale::toLanguageTag).anyMatch(tag::equals);
    }
}
