package org.keywarden.platform.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of all pages. A key begins with the name of its file: {@code keys.list.title}. */
@ApplicationScoped
public class Messages {

    private final Map<MessageFile, Map<String, Message>> read = new ConcurrentHashMap<>();

    /**
     * A text with its arguments in place, numbers among them as the language writes them. It is plain
     * text, not HTML, and nothing in an argument has a meaning.
     *
     * @param locale one of the {@link Languages}; any other is taken for the closest
     * @param arguments as many as the text has; {@code null} shows nothing
     * @throws IllegalArgumentException if there is no such text, or it has other arguments
     */
    public String text(Locale locale, String key, @Nullable Object... arguments) {
        var message = find(locale, key);
        if (message == null) {
            throw new IllegalArgumentException("There is no message " + key);
        }
        return message.text(arguments);
    }

    /** Whether there is such a text. */
    public boolean knows(String key) {
        return find(Languages.DEFAULT, key) != null;
    }

    private @Nullable Message find(Locale locale, String key) {
        var file = new MessageFile(key.split("\\.", 2)[0], Languages.closest(locale));
        return read.computeIfAbsent(file, MessageFile::read).get(key);
    }
}
