package org.keywarden.platform.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.message.Messages;

/** The {@link Messages} as pages name them: a map of keys to texts, for all that have no arguments. */
@Named("msg")
@ApplicationScoped
public class PageMessages extends AbstractMap<String, String> {

    @Inject Messages messages;
    @Inject ViewLocale locale;

    @Override
    public String get(Object key) {
        return of(key.toString());
    }

    /** A text with its arguments: {@code #{msg.of('keys.list.range', from, to)}}. */
    public String of(String key, @Nullable Object... arguments) {
        return messages.text(locale.get(), key, arguments);
    }

    /** Nothing: nobody needs all of them. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
