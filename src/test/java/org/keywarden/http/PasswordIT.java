package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Changing the password")
class PasswordIT {

    private static final String PASSWORD = "/auth/password";
    private static final String NEW = " another p\u00e4ssword \ud83d\udddd ";

    @Test
    @DisplayName("answers 204, and from then on takes the new one only, to the space")
    void replacesIt(Account anna, Api api) {
        assertThat(change(anna, anna.password(), NEW).expect(204).body()).isEmpty();

        signIn(api, anna.email(), NEW).expect(200);
        signIn(api, anna.email(), NEW.strip()).expectProblem(401, "INVALID_CREDENTIALS");
        signIn(api, anna.email(), anna.password()).expectProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    @DisplayName("ends the other sessions at once, and keeps this one and the keys")
    void endsOtherSessions(Account anna, Api api) {
        var other = api.as(signIn(api, anna.email(), anna.password()).expect(200).text("token"));
        var key = anna.issue().api();
        other.get("/auth/me").expect(200);

        change(anna, anna.password(), NEW).expect(204);

        other.get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        anna.api().get("/auth/me").expect(200);
        key.get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("answers 400 to a wrong current password, and changes nothing")
    void needsTheCurrentOne(Account anna, Api api) {
        change(anna, anna.password().toUpperCase(Locale.ROOT), NEW)
                .expectProblem(400, "CURRENT_PASSWORD_WRONG");
        change(anna, "", NEW).expectProblem(400, "CURRENT_PASSWORD_WRONG");

        signIn(api, anna.email(), anna.password()).expect(200);
    }

    @Test
    @DisplayName("counts wrong guesses as failures to sign in, and is refused when locked")
    void countsGuesses(Account anna, Api api) {
        for (int i = 0; i < 5; i++) {
            change(anna, "a wrong guess", NEW).expectProblem(400, "CURRENT_PASSWORD_WRONG");
        }

        change(anna, anna.password(), NEW).expectProblem(400, "CURRENT_PASSWORD_WRONG");
        signIn(api, anna.email(), anna.password()).expectProblem(401, "INVALID_CREDENTIALS");
        anna.api().get("/auth/me").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11character",
                "with a \\u0000 character",
                "with a \\n new line",
                "half \\ud83d of a pair"
            })
    @DisplayName("answers 400 to a new one that is too short or holds what nobody types")
    void refusesBadOnes(String bad, Account anna) {
        anna.api()
                .post(
                        PASSWORD,
                        "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}"
                                .formatted(anna.password(), bad))
                .expectInvalid("newPassword");
    }

    @Test
    @DisplayName("counts 12 to 200 characters as people do")
    void countsCodePoints(Account anna) {
        var key = "\ud83d\udddd";
        change(anna, anna.password(), key.repeat(11)).expectInvalid("newPassword");
        change(anna, anna.password(), key.repeat(201)).expectInvalid("newPassword");

        change(anna, anna.password(), key.repeat(12)).expect(204);
        change(anna, key.repeat(12), key.repeat(200)).expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"currentPassword\":\"x\"}",
                "{\"currentPassword\":null,\"newPassword\":null}",
                "{\"currentPassword\":1,\"newPassword\":\"a password of tests\"}",
                "{\"currentPassword\":\"x\",\"newPassword\":[\"a password of tests\"]}"
            })
    @DisplayName("answers 400 for a body without both texts")
    void requiresBoth(String body, Account anna) {
        anna.api().post(PASSWORD, body).expectProblem(400, "VALIDATION_FAILED");
    }

    @Test
    @DisplayName("in parallel succeeds once: the others' current password is no longer that")
    void isSafeInParallel(Account anna, Api api) {
        var statuses = Parallel.times(4, () -> change(anna, anna.password(), NEW).status());

        assertThat(statuses).containsExactlyInAnyOrder(204, 400, 400, 400);
        signIn(api, anna.email(), NEW).expect(200);
    }

    @Test
    @DisplayName("is audited without either password")
    void isAudited(Account anna, TestDatabase database) {
        change(anna, anna.password(), NEW).expect(204);

        assertThat(
                        database.rows(
                                "select actor_id, target, changes from audit_entry where action ="
                                        + " 'account.password-changed' and owner_id = ?",
                                anna.id()))
                .containsExactly(List.of(anna.id(), anna.id(), "{}"));
        assertThat(database.dump()).doesNotContain(NEW);
    }

    @Test
    @DisplayName("takes sessions only: 401 without, 403 for keys")
    void needsASession(Account anna, Api api) {
        var body = fields("currentPassword", anna.password(), "newPassword", NEW);

        api.post(PASSWORD, body).expectProblem(401, "UNAUTHENTICATED");
        anna.issue("scopes", List.of("read", "write", "update", "delete"))
                .api()
                .post(PASSWORD, body)
                .expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
    }

    private static Answer change(Account anna, String current, String wanted) {
        if (!wanted.isEmpty()) {
            SeenSecrets.remember(wanted);
        }
        return anna.api().post(PASSWORD, fields("currentPassword", current, "newPassword", wanted));
    }

    private static Answer signIn(Api api, String email, String password) {
        return api.post("/auth/login", fields("email", email, "password", password));
    }
}
