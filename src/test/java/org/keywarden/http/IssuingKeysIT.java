package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Issuing a key")
class IssuingKeysIT {

    private static final String PATH = "/developer/keys";
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String EMOJI = "\uD83D\uDD11";

    @Nested
    @DisplayName("answers 201")
    class Created {

        @Test
        @DisplayName("with the key object, all members present")
        void showsWholeKey(Account anna) {
            var answer = anna.api().post(PATH, aKey("label", "ci")).expect(201);

            assertThat(answer.json().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("key", "rawApiKey", "warning");
            assertThat(answer.get("key").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "id",
                            "label",
                            "description",
                            "project",
                            "billingProvider",
                            "modelName",
                            "gatewayName",
                            "scopes",
                            "legacyFullAccess",
                            "keyPrefix",
                            "status",
                            "createdAt",
                            "lastUsedAt",
                            "expiresAt",
                            "revokedAt",
                            "replacedBy");
        }

        @Test
        @DisplayName("with an active key of nothing but its defaults")
        void hasDefaults(Account anna) {
            var key = anna.issue().answer().get("key");

            assertThat(key.get("id").asText()).startsWith("key_").hasSizeLessThanOrEqualTo(40);
            assertThat(key.get("status").asText()).isEqualTo("ACTIVE");
            assertThat(key.get("legacyFullAccess").asBoolean()).isFalse();
            assertThat(
                            List.of(
                                    "label",
                                    "description",
                                    "billingProvider",
                                    "modelName",
                                    "gatewayName",
                                    "lastUsedAt",
                                    "expiresAt",
                                    "revokedAt",
                                    "replacedBy"))
                    .allMatch(member -> key.get(member).isNull());
        }

        @Test
        @DisplayName("with a Location that leads to the key")
        void hasLocation(Account anna) {
            var answer = anna.api().post(PATH, aKey()).expect(201);

            var id = answer.text("key.id");
            assertThat(answer.header("Location")).endsWith("/api/v1/developer/keys/" + id);
        }

        @Test
        @DisplayName("with a secret of the documented shape and checksum")
        void hasChecksum(Account anna) {
            var raw = anna.issue().raw();

            assertThat(raw).matches("kw_[0-9a-f]{16}_[0-9A-Za-z]{49}");
            var body = raw.substring(0, raw.length() - 6);
            assertThat(raw.substring(raw.length() - 6)).isEqualTo(checksum(body));
        }

        @Test
        @DisplayName("with the prefix up to the lookup id")
        void showsPrefix(Account anna) {
            var key = anna.issue();

            assertThat(key.answer().text("key.keyPrefix"))
                    .isEqualTo(key.raw().substring(0, 19) + "...");
        }

        @Test
        @DisplayName("never to be stored by anybody on the way")
        void isNotStored(Account anna) {
            assertThat(anna.issue().answer().header("Cache-Control")).isEqualTo("no-store");
        }

        @Test
        @DisplayName("with text trimmed and blank text as null")
        void trimsText(Account anna) {
            var answer =
                    anna.api()
                            .post(PATH, aKey("label", " \t ci ", "description", "  "))
                            .expect(201);

            assertThat(answer.text("key.label")).isEqualTo("ci");
            assertThat(answer.get("key.description").isNull()).isTrue();
        }

        @Test
        @DisplayName("with text of the full length in code points")
        void countsCodePoints(Account anna) {
            var body =
                    aKey(
                            "label", EMOJI.repeat(64),
                            "description", EMOJI.repeat(255),
                            "projectName", EMOJI.repeat(100));

            var answer = anna.api().post(PATH, body).expect(201);

            assertThat(answer.text("key.label")).isEqualTo(EMOJI.repeat(64));
            assertThat(answer.text("key.description")).isEqualTo(EMOJI.repeat(255));
            assertThat(answer.text("key.project.name")).isEqualTo(EMOJI.repeat(100));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3650})
        @DisplayName("with an expiry counted from now")
        void countsExpiry(int days, Account anna) {
            var expected = Instant.now().plus(days, ChronoUnit.DAYS);

            var answer = anna.api().post(PATH, aKey("expiresInDays", days)).expect(201);

            assertThat(answer.time("key.expiresAt"))
                    .isCloseTo(expected, Assertions.within(1, ChronoUnit.MINUTES));
        }

        @Test
        @DisplayName("with all four scopes, and ignores unknown fields")
        void takesAllScopes(Account anna) {
            var body = aKey("scopes", List.of("delete", "write", "read", "update"), "nonsense", 1);

            var answer = anna.api().post(PATH, body).expect(201);

            assertThat(answer.texts("key.scopes"))
                    .containsExactlyInAnyOrder("read", "write", "update", "delete");
        }

        @Test
        @DisplayName("and reads back the same without the secret")
        void readsBack(Account anna) {
            var key = anna.issue("label", "ci");

            var read = key.read();

            assertThat(read.get("key")).isEqualTo(key.answer().get("key"));
            assertThat(read.body()).doesNotContain(key.raw().substring(20));
        }

        @Test
        @DisplayName("with a createdAt of now")
        void hasTime(Account anna) {
            var answer = anna.issue().answer();

            assertThat(Duration.between(answer.time("key.createdAt"), Instant.now()).abs())
                    .isLessThan(Duration.ofMinutes(1));
        }
    }

    @Nested
    @DisplayName("answers 400")
    class BadRequest {

        @ParameterizedTest
        @CsvSource({
            "label, 65",
            "description, 256",
            "projectName, 101",
        })
        @DisplayName("for text that is too long")
        void refusesLongText(String field, int length, Account anna) {
            var answer = anna.api().post(PATH, aKey(field, "x".repeat(length)));

            answer.expectInvalid(field);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "[]",
                    "[\"read\",\"read\"]",
                    "[\"read\",\"write\",\"update\",\"delete\",\"read\"]"
                })
        @DisplayName("for scopes that are missing, doubled or too many")
        void refusesScopes(String scopes, Account anna) {
            var answer = anna.api().post(PATH, "{\"scopes\":" + scopes + "}");

            answer.expectInvalid("scopes");
        }

        @Test
        @DisplayName("for a thousand scopes, and for text in the place of a list")
        void refusesOddScopes(Account anna) {
            var thousand = Collections.nCopies(1000, "read");

            anna.api().post(PATH, Map.of("scopes", thousand)).expectInvalid("scopes");
            anna.api().post(PATH, Map.of("scopes", "read")).expectInvalid("scopes");
            anna.api().post(PATH, "{\"scopes\":[null]}").expectProblem(400, "VALIDATION_FAILED");
        }

        @Test
        @DisplayName("for a body without scopes")
        void requiresScopes(Account anna) {
            anna.api().post(PATH, "{}").expectInvalid("scopes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"READ", "admin", "", " read", "read write"})
        @DisplayName("for an unknown scope")
        void refusesUnknownScope(String scope, Account anna) {
            var answer = anna.api().post(PATH, aKey("scopes", List.of(scope)));

            answer.expectProblem(400, "VALIDATION_FAILED");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 3651, Integer.MAX_VALUE})
        @DisplayName("for an expiry out of range")
        void refusesExpiry(int days, Account anna) {
            anna.api().post(PATH, aKey("expiresInDays", days)).expectInvalid("expiresInDays");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rawApiKey", "loginSessionId"})
        @DisplayName("for a source of the key without a provider")
        void refusesSourceAlone(String field, Account anna) {
            var answer = anna.api().post(PATH, aKey(field, "something-of-a-provider"));

            answer.expectProblem(400, "VALIDATION_FAILED");
        }

        @Test
        @DisplayName("for an unknown provider")
        void refusesUnknownProvider(Account anna) {
            var body = aKey("billingProviderId", "bpr_none", "rawApiKey", "something-of-it");

            anna.api().post(PATH, body).expectProblem(400, "INVALID_BILLING_PROVIDER");
        }

        @Test
        @DisplayName("for two sources of the key at once")
        void refusesTwoSources(Account anna) {
            var body =
                    aKey(
                            "billingProviderId", "bpr_none",
                            "rawApiKey", "something-of-it",
                            "loginSessionId", "0".repeat(64));

            anna.api().post(PATH, body).expect(400);
        }

        @Test
        @DisplayName("for a gateway without a model, and for an unknown model")
        void refusesModels(Account anna) {
            anna.api().post(PATH, aKey("gatewayId", "gw_1")).expect(400);
            anna.api().post(PATH, aKey("modelId", "mdl_1")).expect(400);
        }

        @Test
        @DisplayName("for somebody else's project as for an unknown one")
        void refusesForeignProject(Account anna, Account ben) {
            var foreign = ben.createProject("Ben's");

            var theirs = anna.api().post(PATH, aKey("projectId", foreign));
            var nobodys = anna.api().post(PATH, aKey("projectId", "prj_" + "0".repeat(32)));

            assertThat(detail(theirs)).isEqualTo(detail(nobodys));
            theirs.expectProblem(400, "INVALID_PROJECT_ID");
        }

        @Test
        @DisplayName("and leaves neither key nor project behind")
        void leavesNothing(Account anna, TestDatabase database) {
            anna.api().post(PATH, aKey("projectName", "New", "modelId", "mdl_1")).expect(400);

            assertThat(database.count("select count(*) from project where owner_id = ?", anna.id()))
                    .isZero();
        }
    }

    @Test
    @DisplayName("answers 401 without a credential")
    void refusesAnonymous(Api api) {
        api.post(PATH, aKey()).expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("answers 403 to an API key, whatever its scopes")
    void refusesKeys(Account anna) {
        var key = anna.issue("scopes", List.of("read", "write", "update", "delete"));

        key.api().post(PATH, aKey()).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
    }

    @Test
    @DisplayName("never issues the same key twice")
    void isUnique(Account anna) {
        var raws = Collections.nCopies(20, anna).stream().map(a -> a.issue().raw()).toList();

        assertThat(raws).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("stores neither the key nor a plain hash of it")
    void storesDigestOnly(Account anna, TestDatabase database) throws Exception {
        var key = anna.issue();

        var stored = database.rows("select * from api_key where id = ?", key.id()).toString();
        var sha256 =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest(key.raw().getBytes(StandardCharsets.US_ASCII));
        assertThat(stored)
                .doesNotContain(key.raw().substring(20))
                .doesNotContain(java.util.HexFormat.of().formatHex(sha256))
                .doesNotContain(
                        java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(sha256));
    }

    private static List<Object> detail(Answer answer) {
        return Arrays.asList(answer.status(), answer.get("errorCode"), answer.get("detail"));
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        var digits = new StringBuilder();
        for (long rest = crc.getValue(); rest > 0; rest /= 62) {
            digits.insert(0, BASE62.charAt((int) (rest % 62)));
        }
        return "0".repeat(6 - digits.length()) + digits;
    }
}
