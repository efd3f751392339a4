package org.keywarden.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.access.Scope;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.problem.Violation;

@DisplayName("A JSON body")
class JsonBodyTest {

    private final JsonBody json = new JsonBody();

    JsonBodyTest() {
        json.mapper = ObjectMapperProducer.create();
    }

    /** One field of each kind that the API has. */
    record Sample(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Long big,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable Scope scope,
            @Nullable List<Scope> scopes,
            @Nullable Inner inner,
            @Nullable List<Inner> list) {}

    record Inner(@Nullable String name) {}

    @Nested
    @DisplayName("is read")
    class Read {

        @Test
        @DisplayName("with unknown fields ignored and missing ones null")
        void ignoresUnknownFields() {
            var sample = (Sample) read("{\"text\": \"a\", \"nonsense\": {\"x\": [1]}}");

            assertThat(sample)
                    .isEqualTo(new Sample("a", null, null, null, null, null, null, null, null));
        }

        @Test
        @DisplayName("with every kind of value")
        void readsEveryKind() {
            var sample =
                    read(
                            """
                            {"text": "\\ud83d\\udd11", "number": 1, "big": 5000000000, "flag": true,
                             "at": "2026-01-02T03:04:05.678Z", "scope": "read",
                             "scopes": ["write", "delete"], "inner": {"name": "n"}, "list": [{}]}
                            """);

            assertThat(sample)
                    .isEqualTo(
                            new Sample(
                                    "\ud83d\udd11",
                                    1,
                                    5_000_000_000L,
                                    true,
                                    Instant.parse("2026-01-02T03:04:05.678Z"),
                                    Scope.READ,
                                    List.of(Scope.WRITE, Scope.DELETE),
                                    new Inner("n"),
                                    List.of(new Inner(null))));
        }

        @ParameterizedTest(name = "[{index}]")
        @DisplayName("as null when it is empty, blank or null")
        @ValueSource(strings = {"", " ", "\r\n\t", "null"})
        void emptyIsNull(String body) {
            assertThat(read(body)).isNull();
        }

        @Test
        @DisplayName("in any encoding of Unicode that JSON ever had")
        void readsUnicode() {
            for (var name : List.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE")) {
                var bytes = "{\"text\":\"\u00e9\"}".getBytes(Charset.forName(name));

                assertThat(read(Sample.class, new ByteArrayInputStream(bytes)))
                        .describedAs(name)
                        .extracting("text")
                        .isEqualTo("\u00e9");
            }
        }
    }

    @Nested
    @DisplayName("is refused as VALIDATION_FAILED")
    class Mismatch {

        @ParameterizedTest(name = "{0}")
        @DisplayName("naming the field of a wrong type")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "{\"text\": 1} | text",
                    "{\"text\": 1.5} | text",
                    "{\"text\": true} | text",
                    "{\"text\": {}} | text",
                    "{\"text\": []} | text",
                    "{\"number\": \"1\"} | number",
                    "{\"number\": 1.0} | number",
                    "{\"number\": 1.5} | number",
                    "{\"number\": true} | number",
                    "{\"number\": \"\"} | number",
                    "{\"number\": 2147483648} | number",
                    "{\"number\": -99999999999999999999} | number",
                    "{\"number\": 1e400} | number",
                    "{\"big\": 9223372036854775808} | big",
                    "{\"flag\": \"true\"} | flag",
                    "{\"flag\": 1} | flag",
                    "{\"at\": \"yesterday\"} | at",
                    "{\"at\": true} | at",
                    "{\"at\": {}} | at",
                    "{\"scope\": [\"read\"]} | scope",
                    "{\"scopes\": \"read\"} | scopes",
                    "{\"scopes\": {}} | scopes",
                    "{\"scopes\": [\"read\", []]} | scopes[1]",
                    "{\"inner\": \"x\"} | inner",
                    "{\"inner\": \"\"} | inner",
                    "{\"inner\": {\"name\": 5}} | inner.name",
                    "{\"list\": {}} | list",
                    "{\"list\": [{}, {\"name\": []}]} | list[1].name",
                    "[] | ^^",
                    "[{}] | ^^",
                    "\"text\" | ^^",
                    "1 | ^^",
                    "true | ^^"
                })
        void namesTheField(String body, String field) {
            assertThat(violation(body))
                    .isEqualTo(new Violation(field, "WRONG_TYPE", "has a wrong type or value"));
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("naming the field with an unknown value")
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"scope\": \"admin\"} | scope",
                    "{\"scope\": \"READ\"} | scope",
                    "{\"scope\": 0} | scope",
                    "{\"scope\": true} | scope",
                    "{\"scope\": \"\"} | scope",
                    "{\"scope\": \"read \"} | scope",
                    "{\"scopes\": [\"read\", \"Write\"]} | scopes[1]"
                })
        void namesTheUnknown(String body, String field) {
            assertThat(violation(body))
                    .isEqualTo(
                            new Violation(
                                    field, "UNKNOWN_VALUE", "is not one of the known values"));
        }
    }

    @Nested
    @DisplayName("is refused as MALFORMED_JSON")
    class Malformed {

        @ParameterizedTest(name = "[{index}] {0}")
        @DisplayName("when it is none")
        @ValueSource(
                strings = {
                    "{",
                    "}",
                    "{\"text\"",
                    "{\"text\":",
                    "{\"text\": \"a",
                    "{\"text\": \"a\"",
                    "{text: 1}",
                    "{'text': 'a'}",
                    "{\"text\": \"a\",}",
                    "{\"number\": 01}",
                    "{\"number\": NaN}",
                    "{\"number\": +1}",
                    "{\"text\": \"\\x\"}",
                    "nul",
                    "undefined",
                    "// comment\n{}",
                    "{}x",
                    "{\"text\": \"a\nb\"}",
                    "<xml/>",
                    "text=a"
                })
        void refusesTheMalformed(String body) {
            assertThat(refusal(body).errorCode()).isEqualTo("MALFORMED_JSON");
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("when something follows it")
        @ValueSource(strings = {"{}{}", "{} {}", "{}]", "{} null", "{}1", "null null", "{}\u0000"})
        void refusesTrailingText(String body) {
            assertThat(refusal(body).errorCode()).isEqualTo("MALFORMED_JSON");
        }

        @ParameterizedTest(name = "{0} levels of {1}")
        @DisplayName("when it is nested too deeply, known field or not")
        @CsvSource({"2000, [", "100000, [", "2000, {\"inner\":", "100000, {\"x\":"})
        void refusesDeepNesting(int depth, String begin) {
            assertThat(refusal(begin.repeat(depth)).status()).isEqualTo(400);
            assertThat(refusal("{\"nonsense\":" + begin.repeat(depth)).errorCode())
                    .isEqualTo("MALFORMED_JSON");
        }

        @Test
        @DisplayName("when its bytes are no text")
        void refusesBadEncoding() {
            for (var bytes :
                    List.of(
                            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
                            new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
                            new byte[] {(byte) 0xfe, (byte) 0xff, 0, '{', (byte) 0xd8},
                            new byte[] {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f},
                            new byte[] {0, 0, 0, '{', 0, 0, 0})) {
                var refusal = refusal(new ByteArrayInputStream(bytes));

                assertThat(refusal.errorCode()).isEqualTo("MALFORMED_JSON");
            }
        }

        @Test
        @DisplayName("without repeating any of it")
        void repeatsNothing() {
            var refusal = refusal("{\"text\": hush}");

            assertThat(refusal).hasMessageNotContaining("hush").hasNoCause();
        }
    }

    @Test
    @DisplayName("that turns out too large while a field is read is refused for that")
    void passesOtherRefusalsOn() {
        var tooLarge = new ProblemException(413, "PAYLOAD_TOO_LARGE", "Too large.");
        var endless =
                new SequenceInputStream(
                        new ByteArrayInputStream(
                                ("{\"inner\":{\"name\":\"" + "x".repeat(20_000))
                                        .getBytes(StandardCharsets.UTF_8)),
                        new InputStream() {
                            @Override
                            public int read() {
                                throw tooLarge;
                            }

                            @Override
                            public int read(byte[] buffer, int offset, int length) {
                                throw tooLarge;
                            }
                        });

        assertThat(refusal(endless)).isSameAs(tooLarge);
    }

    @Test
    @DisplayName("is written with times as text and what is missing as null")
    void isWritten() throws IOException {
        var out = new ByteArrayOutputStream();

        json.writeTo(
                new Sample(null, null, null, null, Instant.EPOCH, Scope.READ, null, null, null),
                Sample.class,
                Sample.class,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"text\":null,\"number\":null,\"big\":null,\"flag\":null,"
                                + "\"at\":\"1970-01-01T00:00:00Z\",\"scope\":\"read\",\"scopes\":null,"
                                + "\"inner\":null,\"list\":null}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("has any media type of the JSON family")
    @CsvSource({
        "json, true",
        "problem+json, true",
        "xml, false",
        "jsonl, false",
        "x-www-form-urlencoded, false"
    })
    void knowsItsMediaTypes(String type, boolean known) {
        var media = new MediaType("application", type);

        assertThat(json.isReadable(Sample.class, Sample.class, new Annotation[0], media))
                .isEqualTo(known);
        assertThat(json.isWriteable(Map.class, Map.class, new Annotation[0], media))
                .isEqualTo(known);
    }

    private Violation violation(String body) {
        var refusal = refusal(body);
        assertThat(refusal.errorCode()).isEqualTo("VALIDATION_FAILED");
        assertThat(refusal.status()).isEqualTo(400);
        return (Violation)
                ((List<?>) refusal.members().getOrDefault("violations", List.of())).get(0);
    }

    private ProblemException refusal(String body) {
        return refusal(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private ProblemException refusal(InputStream body) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> read(Sample.class, body));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private @Nullable Object read(String body) {
        return read(Sample.class, body);
    }

    private @Nullable Object read(Class<?> type, String body) {
        return read(type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object read(Class<?> type, InputStream body) {
        try {
            return json.readFrom(
                    (Class<Object>) type,
                    type,
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
