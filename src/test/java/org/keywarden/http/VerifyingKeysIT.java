package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Verifying a key")
class VerifyingKeysIT {

    private static final String PATH = "/keys/verify";
    private static final String NOT_FOUND = "{\"valid\":false,\"code\":\"NOT_FOUND\"}";

    @Nested
    @DisplayName("answers 200")
    class Judged {

        @Test
        @DisplayName("VALID with what the gateway needs to know")
        void tellsAll(Account anna) {
            var key =
                    anna.issue(
                            "label", "ci", "scopes", List.of("write", "read"), "expiresInDays", 1);

            var answer = anna.api().post(PATH, fields("key", key.raw())).expect(200);

            assertThat(answer.get("valid").asBoolean()).isTrue();
            assertThat(answer.text("code")).isEqualTo("VALID");
            assertThat(answer.text("keyId")).isEqualTo(key.id());
            assertThat(answer.text("ownerId")).isEqualTo(anna.id());
            assertThat(answer.get("projectId")).isEqualTo(key.answer().get("key.project.id"));
            assertThat(answer.text("label")).isEqualTo("ci");
            assertThat(answer.texts("scopes")).containsExactlyInAnyOrder("read", "write");
            assertThat(answer.get("expiresAt")).isEqualTo(key.answer().get("key.expiresAt"));
        }

        @Test
        @DisplayName("VALID without members that the key does not have")
        void leavesOut(Account anna) {
            var key = anna.issue();

            var answer = anna.api().post(PATH, fields("key", key.raw())).expect(200);

            assertThat(answer.json().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "valid", "code", "keyId", "ownerId", "projectId", "scopes");
        }

        @ParameterizedTest
        @CsvSource({
            "GET, read",
            "HEAD, read",
            "POST, write",
            "PUT, update",
            "PATCH, update",
            "DELETE, delete",
        })
        @DisplayName("mapping a method to its scope, and no scope to another")
        void mapsMethods(String method, String scope, Account anna) {
            var right = anna.issue("scopes", List.of(scope));
            var others = List.of("read", "write", "update", "delete").stream();
            var wrong = anna.issue("scopes", others.filter(other -> !other.equals(scope)).toList());

            assertThat(code(anna, right, "method", method)).isEqualTo("VALID");
            assertThat(code(anna, wrong, "method", method)).isEqualTo("INSUFFICIENT_SCOPE");
            assertThat(code(anna, right, "requiredScope", scope)).isEqualTo("VALID");
            assertThat(code(anna, wrong, "requiredScope", scope)).isEqualTo("INSUFFICIENT_SCOPE");
        }

        @Test
        @DisplayName("EXPIRED from the very moment on")
        void seesExpiry(Account anna, TestDatabase database) {
            var key = anna.issue("expiresInDays", 1);
            database.change("update api_key set expires_at = created_at where id = ?", key.id());

            assertThat(anna.verify(key.raw())).isEqualTo("EXPIRED");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "x",
                    "kw_0123456789abcdef_",
                    "kw_0123456789abcdef_0000000000000000000000000000000000000000000000000",
                    "not a key at all \uD83D\uDD11"
                })
        @DisplayName("NOT_FOUND for what cannot be a key")
        void knowsNoNonsense(String raw, Account anna) {
            var answer = anna.api().post(PATH, fields("key", raw)).expect(200);

            assertThat(answer.body()).isEqualTo(NOT_FOUND);
        }

        @Test
        @DisplayName("NOT_FOUND for a key with one wrong character")
        void findsTypos(Account anna) {
            var raw = anna.issue().raw();
            var typo =
                    raw.substring(0, 30) + (raw.charAt(30) == 'x' ? 'y' : 'x') + raw.substring(31);

            assertThat(anna.verify(typo)).isEqualTo("NOT_FOUND");
        }

        @Test
        @DisplayName("NOT_FOUND for somebody else's key, whatever its state")
        void hidesForeignKeys(Account anna, Account ben) {
            var active = anna.issue();
            var revoked = anna.issue();
            revoked.revoke();

            for (var key : List.of(active, revoked)) {
                var answer = ben.api().post(PATH, fields("key", key.raw())).expect(200);
                assertThat(answer.body()).isEqualTo(NOT_FOUND);
            }
        }

        @Test
        @DisplayName("VALID for every key to an administrator")
        void tellsAdministrators(Account anna, Accounts accounts) {
            var key = anna.issue();

            assertThat(accounts.createAdministrator().verify(key.raw())).isEqualTo("VALID");
        }

        @Test
        @DisplayName("to an API key that may read, of the same account")
        void takesKeys(Account anna) {
            var key = anna.issue();

            var answer = anna.issue().api().post(PATH, fields("key", key.raw())).expect(200);

            assertThat(answer.text("keyId")).isEqualTo(key.id());
        }

        @Test
        @DisplayName("OWNER_SUSPENDED to an administrator when the owner is suspended")
        void seesSuspension(Account anna, Accounts accounts) {
            var key = anna.issue();
            accounts.suspend(anna);

            assertThat(accounts.createAdministrator().verify(key.raw()))
                    .isEqualTo("OWNER_SUSPENDED");
        }

        @Test
        @DisplayName("never with the key itself")
        void neverEchoes(Account anna) {
            var key = anna.issue();

            var answer = anna.api().post(PATH, fields("key", key.raw())).expect(200);

            assertThat(answer.body()).doesNotContain(key.raw().substring(20));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"key\":null}",
                "{\"key\":1}",
                "{\"key\":[\"kw\"]}",
                "{\"key\":\"x\",\"requiredScope\":\"READ\"}",
                "{\"key\":\"x\",\"requiredScope\":\"\"}",
                "{\"key\":\"x\",\"requiredScope\":1}",
                "{\"key\":\"x\",\"method\":\"get\"}",
                "{\"key\":\"x\",\"method\":\"TRACE\"}",
                "{\"key\":\"x\",\"method\":\"OPTIONS\"}",
                "{\"key\":\"x\",\"method\":{}}",
                "{\"key\":\"x\",\"method\":0}",
                "{\"key\":\"x\",\"requiredScope\":\"read\",\"method\":\"GET\"}",
                "{\"key\":\"x\",\"clientIp\":1}"
            })
    @DisplayName("answers 400 for a question that has no answer")
    void refusesQuestions(String body, Account anna) {
        anna.api().post(PATH, body).expectProblem(400, "VALIDATION_FAILED");
    }

    @Test
    @DisplayName("answers 401 without a credential, 403 to a key that may not read")
    void refusesCallers(Account anna, Api api) {
        var key = anna.issue("scopes", List.of("write", "update", "delete"));
        var body = fields("key", key.raw());

        api.post(PATH, body).expectProblem(401, "UNAUTHENTICATED");
        key.api().post(PATH, body).expectProblem(403, "INSUFFICIENT_SCOPE");
    }

    private static String code(Account anna, Account.Key key, String name, String value) {
        return anna.api()
                .post(PATH, fields("key", key.raw(), name, value))
                .expect(200)
                .text("code");
    }
}
