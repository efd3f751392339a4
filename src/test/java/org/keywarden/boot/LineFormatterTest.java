package org.keywarden.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keywarden.platform.json.ObjectMapperProducer;

@DisplayName("A log record")
class LineFormatterTest {

    private static final String FORMAT = "keywarden.log.format";
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.007Z");

    @AfterEach
    void forgetFormat() {
        System.clearProperty(FORMAT);
    }

    @Nested
    @DisplayName("as text")
    class Text {

        @Test
        @DisplayName("has time, level, class and message")
        void hasItsParts() {
            assertThat(text(record("Schema is up to date")))
                    .isEqualTo(
                            "2026-01-02T12:00:00.007Z INFO    SchemaMigration: Schema is up to date"
                                    + System.lineSeparator());
        }

        @Test
        @DisplayName("has the stack trace on the same line")
        void hasTheStackTrace() {
            var record = record("Unhandled error");
            record.setThrown(new IllegalStateException("outer", new RuntimeException("inner")));

            assertThat(text(record))
                    .contains(
                            "Unhandled error | java.lang.IllegalStateException: outer ~ at org.",
                            " ~ Caused by: java.lang.RuntimeException: inner ~ ");
            assertThat(text(record).strip()).doesNotContainPattern("\\R");
        }

        @ParameterizedTest(name = "[{index}]")
        @DisplayName("is one line without control characters, whatever it holds")
        @MethodSource("org.keywarden.boot.LineFormatterTest#hostile")
        void isOneLine(String hostile) {
            for (var record : everywhere(hostile)) {
                var line = text(record);

                assertThat(line).endsWith(System.lineSeparator());
                assertThat(withoutEnd(line)).doesNotContainPattern("\\p{Cc}|\\R");
            }
        }
    }

    @Nested
    @DisplayName("as JSON")
    class Json {

        @Test
        @DisplayName("has time, level, logger, message and its fields as members")
        void hasItsMembers() {
            var record = record("key.issued target=key_1");
            var fields = new LinkedHashMap<String, String>();
            fields.put("target", "key_1");
            fields.put("requestId", "r-1");
            record.setParameters(new Object[] {fields});

            assertThat(json(record))
                    .isEqualTo(
                            Map.of(
                                    "time", "2026-01-02T12:00:00.007Z",
                                    "level", "INFO",
                                    "logger", "org.keywarden.platform.database.SchemaMigration",
                                    "message", "key.issued target=key_1",
                                    "target", "key_1",
                                    "requestId", "r-1"));
        }

        @ParameterizedTest(name = "[{index}]")
        @DisplayName("is one line that any parser reads back, whatever it holds")
        @MethodSource("org.keywarden.boot.LineFormatterTest#hostile")
        void isOneLine(String hostile) {
            for (var record : everywhere(hostile)) {
                assertThat(withoutEnd(line("json", record))).doesNotContainPattern("\\p{Cc}|\\R");
                json(record);
            }
            assertThat(json(record(hostile)))
                    .containsEntry("message", hostile.replaceAll("\\p{Cs}", "\ufffd"));
        }

        @Test
        @DisplayName("has the exception with its causes")
        void hasTheException() {
            var record = record("Unhandled error");
            record.setThrown(new IllegalStateException("outer", new RuntimeException("inner")));

            assertThat(String.valueOf(json(record).get("exception")))
                    .startsWith("java.lang.IllegalStateException: outer")
                    .contains("Caused by: java.lang.RuntimeException: inner");
        }

        @Test
        @DisplayName("copes with a record that says nothing")
        void copesWithNothing() {
            var record = new LogRecord(Level.INFO, null);

            assertThat(json(record)).containsKeys("time", "level", "logger", "message");
        }
    }

    @Test
    @DisplayName("takes its parameters into the message, as java.util.logging does")
    void takesParameters() {
        var record = record("{0} of {1}");
        record.setParameters(new Object[] {1, 2});

        assertThat(text(record)).endsWith("1 of 2" + System.lineSeparator());
    }

    @Test
    @DisplayName("leaves braces and quotes in the value of a field alone")
    void leavesBracesAlone() {
        var record = record("Denied label={0} it's {1}");
        record.setParameters(new Object[] {Map.of("label", "{0} it's {1}")});

        assertThat(text(record)).endsWith("Denied label={0} it's {1}" + System.lineSeparator());
        assertThat(json(record)).containsEntry("message", "Denied label={0} it's {1}");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "a\nb",
                "a\r\n2026-01-02T12:00:00Z SEVERE  Forged: line",
                "a\u000bb\fc",
                "a\u0085b",
                "a\u2028b\u2029c",
                "\u0000\u0001\u001b[31mred\u007f",
                "\u009b31mred",
                "\"quoted\" and \\ back\\slashed\\",
                "\\",
                "\"",
                "\ud83d\udd11",
                "half \ud83d",
                "half \udd11",
                "{0} {1} ' '' {",
                "\t",
                "");
    }

    /** The text as message, as field, as field name, as logger and in an exception. */
    private static Iterable<LogRecord> everywhere(String text) {
        var asField = record("m");
        asField.setParameters(new Object[] {Map.of("field", text)});
        var asName = record("m");
        asName.setParameters(new Object[] {Map.of(text, "value")});
        var asLogger = record("m");
        asLogger.setLoggerName(text);
        var inException = record("m");
        inException.setThrown(new IllegalStateException(text, new RuntimeException(text)));
        return java.util.List.of(record(text), asField, asName, asLogger, inException);
    }

    private static LogRecord record(String message) {
        var record = new LogRecord(Level.INFO, message);
        record.setLoggerName("org.keywarden.platform.database.SchemaMigration");
        record.setInstant(NOON);
        return record;
    }

    private static String text(LogRecord record) {
        return line("text", record);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> json(LogRecord record) {
        try {
            return ObjectMapperProducer.create().readValue(line("json", record), Map.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(String format, LogRecord record) {
        System.setProperty(FORMAT, format);
        return new LineFormatter().format(record);
    }

    private static String withoutEnd(String line) {
        return line.substring(0, line.length() - System.lineSeparator().length());
    }
}
