package org.keywarden.testing.browser;

import com.microsoft.playwright.Page;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What pages say in one language, by the keys of {@code messages.properties}. */
public final class Texts {

    /** The default one first. */
    public static final List<String> LANGUAGES =
            List.of("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru");

    /** All that somebody may see or hear of a page. */
    private static final String VISIBLE =
            """
            () => [document.title, document.body.innerText,
                ...[...document.querySelectorAll('*')].flatMap(e =>
                    ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder', 'title']
                        .map(name => e.getAttribute(name) ?? '')),
                ...[...document.querySelectorAll('input[type=submit], input[type=button]')]
                    .map(e => e.value)
              ].filter(text => text).join('\\n')
            """;

    private static final Pattern KEY = key();

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Texts in(String language) {
        var locale = language.equals("en") ? Locale.ROOT : Locale.forLanguageTag(language);
        var exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle("org.keywarden.messages", locale, exactly));
    }

    /** A message, its placeholders filled. */
    public String get(String key, Object... values) {
        var text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    /**
     * The page shows no key in place of its message.
     *
     * @throws AssertionError with those that it shows
     */
    public static void requireNoKeys(Page page) {
        var visible = (String) page.evaluate(VISIBLE);
        var keys = KEY.matcher(visible).results().map(found -> found.group()).toList();
        if (!keys.isEmpty()) {
            throw new AssertionError("%s shows %s in\n%s".formatted(page.url(), keys, visible));
        }
    }

    /** By how our keys begin, since other words with dots are addresses and scopes; or what Faces writes. */
    private static Pattern key() {
        var beginnings =
                in("en").bundle.keySet().stream()
                        .map(key -> key.replaceFirst("\\..*", ""))
                        .distinct()
                        .collect(Collectors.joining("|"));
        return Pattern.compile("\\?\\?\\?.*|\\b(" + beginnings + ")(\\.[a-zA-Z]+){1,4}\\b");
    }
}
