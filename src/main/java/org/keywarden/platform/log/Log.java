package org.keywarden.platform.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.request.RequestContext;

/**
 * Structured log lines: a message that never varies, and named fields. Every line of a request
 * carries its {@code requestId}. On a server with log handlers of its own the fields stand in the
 * message as {@code name=value}.
 *
 * <p>Never hand a secret, a token or a digest to it.
 */
public final class Log {

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    /** The log of a class. */
    public static Log of(Class<?> type) {
        return new Log(Logger.getLogger(type.getName()));
    }

    /**
     * @param fields names and values in turn
     */
    public void info(String message, @Nullable Object... fields) {
        write(Level.INFO, message, null, fields);
    }

    public void warning(String message, @Nullable Object... fields) {
        write(Level.WARNING, message, null, fields);
    }

    public void error(String message, Throwable thrown, @Nullable Object... fields) {
        write(Level.SEVERE, message, thrown, fields);
    }

    private void write(
            Level level, String message, @Nullable Throwable thrown, @Nullable Object... fields) {
        if (!logger.isLoggable(level)) {
            return;
        }
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < fields.length; i += 2) {
            named.put(String.valueOf(fields[i]), oneLine(String.valueOf(fields[i + 1])));
        }
        RequestContext.current().ifPresent(request -> named.put("requestId", request.id()));
        var line = new LogRecord(level, message + inText(named));
        line.setLoggerName(logger.getName());
        line.setParameters(new Object[] {named});
        line.setThrown(thrown);
        logger.log(line);
    }

    private static String inText(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> " " + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining());
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
    }
}
