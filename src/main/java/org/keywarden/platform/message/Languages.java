package org.keywarden.platform.message;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages of all pages; Faces has the same list in {@code faces-config.xml}. */
public final class Languages {

    /** What is spoken to whoever understands none of the others. */
    public static final Locale DEFAULT = Locale.ENGLISH;

    public static final List<Locale> ALL =
            Stream.of("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru")
                    .map(Locale::forLanguageTag)
                    .toList();

    /** Where a language is at home whose texts are written as only one of its countries does. */
    private static final Map<String, Locale> HOMES =
            Map.of("en", Locale.UK, "pt", Locale.forLanguageTag("pt-PT"));

    /** No browser says more; the time to read a list grows with the square of its length. */
    private static final int LONGEST_WISH = 500;

    private Languages() {}

    /**
     * The language that somebody likes best, else {@link #DEFAULT}. Nonsense wishes for nothing.
     *
     * @param wish the value of {@code Accept-Language}, if there is one
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, Lookup</a>
     */
    public static Locale wished(@Nullable String wish) {
        if (wish == null || wish.length() > LONGEST_WISH) {
            return DEFAULT;
        }
        try {
            var found = Locale.lookup(LanguageRange.parse(wish), ALL);
            return found == null ? DEFAULT : found;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return DEFAULT; // the parser of Java 17 falls over a lone hyphen
        }
    }

    /** The language of which this is the tag, to the letter. */
    public static Optional<Locale> find(String tag) {
        return ALL.stream().filter(known -> known.toLanguageTag().equals(tag)).findFirst();
    }

    /** The language of this locale, whatever its country. */
    public static Optional<Locale> find(Locale locale) {
        return find(locale.getLanguage());
    }

    /** The language for this locale, else {@link #DEFAULT}. */
    public static Locale closest(Locale locale) {
        return find(locale).orElse(DEFAULT);
    }

    /** How numbers and times are written in this language, so that they fit its texts. */
    public static Locale formats(Locale language) {
        return HOMES.getOrDefault(language.getLanguage(), language);
    }
}
