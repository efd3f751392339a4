package org.keywarden.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.access.Scope;
import org.keywarden.imports.ImportResult;
import org.keywarden.imports.ImportedKey;
import org.keywarden.keys.secret.ImportedDigest.Algorithm;
import org.keywarden.keys.secret.ImportedSecret;
import org.keywarden.platform.json.ObjectMapperProducer;
import org.keywarden.platform.problem.ProblemException;

@DisplayName("The body of an import")
class ImportReaderTest {

    private static final ObjectMapper JSON = ObjectMapperProducer.create();
    private static final String OWNER = "usr_0199d5f2c0de7abc8123456789abcdef";
    private static final String HEX = "0123456789abcdef".repeat(4);

    @Nested
    @DisplayName("has rows")
    class Rows {

        @Test
        @DisplayName("with everything")
        void haveEverything() {
            var key =
                    key(
                            """
                            "label": " old ", "projectName": " P ", "scopes": ["write", "read"],
                            "legacyFullAccess": true, "expiresAt": "2027-01-31T12:00:00.1239Z",
                            "keyPrefix": " old_ab... ", "rawApiKey": " old_abcdefgh\\n", "x": [{}]
                            """);

            assertThat(key.index()).isZero();
            assertThat(key.owner().value()).isEqualTo(OWNER);
            assertThat(key.label()).isEqualTo("old");
            assertThat(key.projectName()).hasToString("P");
            assertThat(key.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
            assertThat(key.legacyFullAccess()).isTrue();
            assertThat(key.expiresAt()).isEqualTo(Instant.parse("2027-01-31T12:00:00.123Z"));
            assertThat(key.keyPrefix()).isEqualTo("old_ab...");
            assertThat(key.secret()).isEqualTo(ImportedSecret.of("old_abcdefgh"));
        }

        @ParameterizedTest
        @DisplayName("with as little as possible")
        @ValueSource(
                strings = {
                    "",
                    ", \"label\": null, \"projectName\": null, \"scopes\": null,"
                            + " \"legacyFullAccess\": null, \"expiresAt\": null,"
                            + " \"keyPrefix\": null, \"digest\": null",
                    ", \"label\": \" \", \"projectName\": \"\", \"scopes\": [], \"keyPrefix\": \" \""
                })
        void haveLittle(String rest) {
            var key = key("\"rawApiKey\": \"old_abcdefghijkl\"" + rest);

            assertThat(key.label()).isNull();
            assertThat(key.projectName()).isNull();
            assertThat(key.scopes()).isEmpty();
            assertThat(key.legacyFullAccess()).isFalse();
            assertThat(key.expiresAt()).isNull();
            assertThat(key.keyPrefix()).isEqualTo("old_abcd...");
        }

        @Test
        @DisplayName("with a digest in place of the key")
        void haveDigests() {
            var key =
                    key(
                            "\"digest\": {\"x\": {}, \"value\": \"%s\", \"algorithm\": \"sha256-hex\"}"
                                    .formatted(HEX));

            assertThat(key.secret())
                    .isEqualTo(ImportedSecret.of(Algorithm.SHA256_HEX.read(HEX).orElseThrow()));
            assertThat(key.keyPrefix()).isEqualTo("...");
        }

        @Test
        @DisplayName("whose last word on a member counts")
        void countsLastWord() {
            var key =
                    key(
                            """
                            "label": "b", "label": "a", "scopes": ["x"], "scopes": ["read"],
                            "digest": {}, "digest": null, "rawApiKey": null, "rawApiKey": "abcdefgh"
                            """);

            assertThat(key.label()).isEqualTo("a");
            assertThat(key.scopes()).containsExactly(Scope.READ);
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("that fail by themselves, saying which field")
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"label\": 1, \"rawApiKey\": \"abcdefgh\" | label has a wrong type",
                    "\"label\": {\"a\": [1]}, \"rawApiKey\": \"abcdefgh\" | label has a wrong type",
                    "\"label\": \"a\\u0000b\", \"rawApiKey\": \"abcdefgh\" | label must",
                    "\"label\": \"\\ud800\", \"rawApiKey\": \"abcdefgh\" | label must",
                    "\"projectName\": [], \"rawApiKey\": \"abcdefgh\" | projectName has",
                    "\"projectName\": \"a\\nb\", \"rawApiKey\": \"abcdefgh\" | projectName must",
                    "\"scopes\": \"read\", \"rawApiKey\": \"abcdefgh\" | scopes has",
                    "\"scopes\": {}, \"rawApiKey\": \"abcdefgh\" | scopes has",
                    "\"scopes\": [null], \"rawApiKey\": \"abcdefgh\" | scopes has",
                    "\"scopes\": [[\"read\"]], \"rawApiKey\": \"abcdefgh\" | scopes has",
                    "\"scopes\": [\"READ\"], \"rawApiKey\": \"abcdefgh\" | scopes must be of",
                    "\"scopes\": [\"\"], \"rawApiKey\": \"abcdefgh\" | scopes must be of",
                    "\"scopes\": [\"read\", \"read\"], \"rawApiKey\": \"abcdefgh\" | scopes must be d",
                    "\"legacyFullAccess\": 1, \"rawApiKey\": \"abcdefgh\" | legacyFullAccess has",
                    "\"legacyFullAccess\": \"true\", \"rawApiKey\": \"abcdefgh\" | legacyFullAccess",
                    "\"expiresAt\": 1, \"rawApiKey\": \"abcdefgh\" | expiresAt has",
                    "\"expiresAt\": \"\", \"rawApiKey\": \"abcdefgh\" | expiresAt must",
                    "\"expiresAt\": \"2027-01-31\", \"rawApiKey\": \"abcdefgh\" | expiresAt must",
                    "\"expiresAt\": \"+10000-01-01T00:00:00Z\", \"rawApiKey\": \"abcdefgh\" | expiresAt",
                    "\"expiresAt\": \"-0001-01-01T00:00:00Z\", \"rawApiKey\": \"abcdefgh\" | expiresAt",
                    "\"keyPrefix\": 1, \"rawApiKey\": \"abcdefgh\" | keyPrefix has",
                    "\"keyPrefix\": \"\\u00e9\", \"rawApiKey\": \"abcdefgh\" | keyPrefix must",
                    "\"keyPrefix\": \"x abcdefgh\", \"rawApiKey\": \"abcdefgh\" | keyPrefix gives",
                    "\"keyPrefix\": \"efgh\", \"rawApiKey\": \"abcdefgh\" | keyPrefix gives",
                    "\"x\": 1 | rawApiKey or digest",
                    "\"rawApiKey\": null, \"digest\": null | rawApiKey or digest",
                    "\"rawApiKey\": \"abcdefgh\", \"digest\": {} | rawApiKey or digest",
                    "\"rawApiKey\": 12345678 | rawApiKey has",
                    "\"rawApiKey\": \"\" | rawApiKey must",
                    "\"rawApiKey\": \"1234567\" | rawApiKey must",
                    "\"rawApiKey\": \"1234 5678\" | rawApiKey must",
                    "\"digest\": \"x\" | digest has",
                    "\"digest\": [] | digest has",
                    "\"digest\": {} | digest.algorithm is required",
                    "\"digest\": {\"algorithm\": 1} | digest.algorithm has",
                    "\"digest\": {\"algorithm\": \"md5\"} | digest.algorithm must",
                    "\"digest\": {\"algorithm\": \"sha256-hex\"} | digest.value is required",
                    "\"digest\": {\"algorithm\": \"sha256-hex\", \"value\": null} | digest.value is",
                    "\"digest\": {\"algorithm\": \"sha256-hex\", \"value\": \"00\"} | digest.value is"
                })
        void mayFail(String members, String detail) {
            var body =
                    read(
                            "{\"keys\":[{\"ownerId\":\"%s\", %s}, {\"ownerId\":\"%s\","
                                            .formatted(OWNER, members, OWNER)
                                    + "\"rawApiKey\":\"the next one\"}, "
                                    + "{\"ownerId\":\"%s\", \"rawApiKey\":\"the-one-after\"}]}"
                                            .formatted(OWNER));

            assertThat(body.keys()).singleElement().extracting(ImportedKey::index).isEqualTo(2);
            assertThat(body.refused()).hasSize(2);
            assertThat(body.refused().get(0).index()).isZero();
            assertThat(body.refused().get(0).errorCode()).isEqualTo("VALIDATION_FAILED");
            assertThat(body.refused().get(0).detail()).startsWith(detail);
            assertThat(body.refused().get(0).detail()).doesNotContain("abcdefgh", "1234567");
        }

        @ParameterizedTest
        @DisplayName("that fail for a length beyond the limit, and not at it")
        @CsvSource({"label, 64", "projectName, 100", "keyPrefix, 64", "rawApiKey, 512"})
        void haveLimits(String field, int limit) {
            var other = field.equals("rawApiKey") ? "" : ", \"rawApiKey\": \"abcdefgh\"";

            var fits = "\"%s\": \"%s\"%s".formatted(field, "x".repeat(limit), other);
            var tooLong = "\"%s\": \"%s\"%s".formatted(field, "x".repeat(limit + 1), other);

            assertThat(read(oneRow(fits)).keys()).hasSize(1);
            assertThat(read(oneRow(tooLong)).refused()).hasSize(1);
        }

        @ParameterizedTest
        @DisplayName("that fail for an owner that can be nobody")
        @ValueSource(
                strings = {"", " ", "usr_1", "key_0199d5f2c0de7abc8123456789abcdef", "\\u0000"})
        void needPossibleOwner(String owner) {
            var body =
                    read(
                            "{\"keys\":[{\"ownerId\":\"%s\",\"rawApiKey\":\"abcdefgh\"}]}"
                                    .formatted(owner));

            assertThat(body.refused())
                    .singleElement()
                    .extracting(ImportResult::errorCode)
                    .isEqualTo("INVALID_OWNER_ID");
        }

        @ParameterizedTest
        @DisplayName("that fail without an owner, or for being no object")
        @ValueSource(
                strings = {
                    "{}",
                    "{\"ownerId\":null,\"rawApiKey\":\"abcdefgh\"}",
                    "[]",
                    "[[{}]]",
                    "null",
                    "1",
                    "\"x\"",
                    "true"
                })
        void needOwner(String row) {
            var body = read("{\"keys\":[%s]}".formatted(row));

            assertThat(body.refused())
                    .singleElement()
                    .extracting(ImportResult::errorCode)
                    .isEqualTo("VALIDATION_FAILED");
        }
    }

    @ParameterizedTest
    @DisplayName("is malformed wherever it breaks off")
    @ValueSource(ints = {1, 5, 9, 12, 20, 40, 80})
    void isMalformed(int length) {
        var whole = oneRow("\"scopes\": [\"read\"], \"digest\": {\"value\": \"x\"}");

        var refusal = refusal(whole.substring(0, length));

        assertThat(refusal.errorCode()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    @DisplayName("is malformed when it nests without end")
    void isMalformedWhenDeep() {
        assertThat(refusal("{\"x\":" + "[".repeat(100_000)).errorCode())
                .isEqualTo("MALFORMED_JSON");
    }

    @Test
    @DisplayName("is malformed when it is no UTF-8")
    void isMalformedWhenNoUtf8() {
        var body = "{\"keys\":[{\"label\":\"\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(
                        catchThrowableOfType(
                                        ProblemException.class,
                                        () ->
                                                ImportReader.read(
                                                        JSON, new ByteArrayInputStream(body)))
                                .errorCode())
                .isEqualTo("MALFORMED_JSON");
    }

    private static ImportedKey key(String members) {
        var body = read(oneRow(members));
        assertThat(body.refused()).isEmpty();
        return body.keys().get(0);
    }

    private static String oneRow(String members) {
        return "{\"keys\":[{\"ownerId\":\"%s\", %s}]}".formatted(OWNER, members);
    }

    private static ProblemException refusal(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(body));
    }

    private static ImportBody read(String body) {
        try {
            return ImportReader.read(
                    JSON, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
