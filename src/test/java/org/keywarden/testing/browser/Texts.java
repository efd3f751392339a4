package org.keywarden.testing.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keywarden.platform.message.Messages;

/** What pages say in one language, by the keys of their messages. */
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

    private static final Path FILES = Path.of("src/main/resources/org/keywarden/messages");
    private static final Pattern KEY = key();

    private static final Messages MESSAGES = new Messages();

    private final Locale language;

    private Texts(Locale language) {
        this.language = language;
    }

    public static Texts in(String language) {
        return new Texts(Locale.forLanguageTag(language));
    }

    /** A message, its placeholders filled. */
    public String get(String key, Object... values) {
        return MESSAGES.text(language, key, values);
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
        try (var files = Files.list(FILES)) {
            var beginnings =
                    files.map(file -> file.getFileName().toString().replaceFirst("[._].*", ""))
                            .distinct()
                            .collect(Collectors.joining("|"));
            return Pattern.compile("\\?\\?\\?.*|\\b(" + beginnings + ")(\\.[a-zA-Z]+){1,4}\\b");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
