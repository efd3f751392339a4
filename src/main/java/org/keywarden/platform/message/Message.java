package org.keywarden.platform.message;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One text in one language.
 *
 * @param arguments how many it has: {@code {0}} to {@code {arguments - 1}}
 */
record Message(String key, MessageFormat format, int arguments) {

    static Message of(String key, String pattern, Locale locale) {
        return new Message(key, new MessageFormat(pattern, locale), arguments(pattern));
    }

    String text(@Nullable Object... values) {
        if (values.length != arguments) {
            throw new IllegalArgumentException(
                    "The message %s has %d arguments, not %d"
                            .formatted(key, arguments, values.length));
        }
        var shown = Arrays.stream(values).map(value -> value == null ? "" : value).toArray();
        // formats remember what they made on the way, and are not safe for more than one thread
        return format.clone().format(shown);
    }

    private static int arguments(String pattern) {
        var parts = new MessagePattern(pattern);
        int count = 0;
        for (int i = 0; i < parts.countParts(); i++) {
            var part = parts.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                count = Math.max(count, part.getValue() + 1);
            }
        }
        return count;
    }
}
