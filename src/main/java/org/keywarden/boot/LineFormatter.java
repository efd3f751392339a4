package org.keywarden.boot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes each log record as one line, so that no value in it can forge a second one: as text, or as
 * a JSON object when {@code keywarden.log.format} is {@code json}. In JSON, a map among the record's
 * parameters adds its entries as members, the request id among them.
 */
public class LineFormatter extends Formatter {

    private final boolean json =
            "json".equalsIgnoreCase(Environment.lookup("keywarden.log.format").orElse("text"));

    @Override
    public String format(LogRecord line) {
        return (json ? json(line) : text(line)) + System.lineSeparator();
    }

    private String text(LogRecord line) {
        var text =
                "%s %-7s %s: %s"
                        .formatted(time(line), line.getLevel(), shortName(line), message(line));
        var thrown = line.getThrown();
        return (thrown == null ? text : text + " | " + stackTrace(thrown))
                .replaceAll("\\R\\s*", " ~ ")
                .replaceAll("\\p{Cc}", " ");
    }

    private String json(LogRecord line) {
        var members = new LinkedHashMap<String, @Nullable String>();
        members.put("time", time(line));
        members.put("level", line.getLevel().getName());
        members.put("logger", line.getLoggerName());
        members.put("message", message(line));
        members.putAll(fields(line));
        var thrown = line.getThrown();
        if (thrown != null) {
            members.put("exception", stackTrace(thrown));
        }
        var text = new StringBuilder();
        members.forEach(
                (name, value) ->
                        text.append(text.isEmpty() ? "{" : ",")
                                .append(quoted(name))
                                .append(':')
                                .append(quoted(value)));
        return text.append('}').toString();
    }

    /** Beside named fields the message is final: a brace in it came with a value. */
    private String message(LogRecord line) {
        return String.valueOf(fields(line).isEmpty() ? formatMessage(line) : line.getMessage());
    }

    private static String time(LogRecord line) {
        return Instant.ofEpochMilli(line.getMillis()).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String shortName(LogRecord line) {
        var name = String.valueOf(line.getLoggerName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Map<String, @Nullable String> fields(LogRecord line) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        var parameters = line.getParameters();
        if (parameters != null
                && parameters.length == 1
                && parameters[0] instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        }
        return fields;
    }

    private static String stackTrace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString().strip();
    }

    private static String quoted(@Nullable String text) {
        var quoted = new StringBuilder("\"");
        String.valueOf(text).codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
        } else if (Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029) { // ends a line, or worse
            quoted.append("\\u%04x".formatted(c));
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            quoted.append("\\ufffd"); // half a pair, which strict parsers refuse
        } else {
            quoted.appendCodePoint(c);
        }
    }
}
