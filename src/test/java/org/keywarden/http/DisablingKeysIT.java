package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("Disabling a key")
class DisablingKeysIT {

    @Test
    @DisplayName("closes verification and the API at once, and enabling opens them again")
    void closesAndOpens(Account anna) {
        var key = anna.issue();
        key.api().get("/auth/me").expect(200);

        key.disable();

        assertThat(anna.verify(key.raw())).isEqualTo("DISABLED");
        key.api().get("/auth/me").expectProblem(401, "UNAUTHENTICATED");

        anna.api().post(key.path() + "/enable").expect(200);

        assertThat(anna.verify(key.raw())).isEqualTo("VALID");
        key.api().get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("answers 200 with the disabled key, also the second time")
    void isIdempotent(Account anna) {
        var key = anna.issue();

        var first = anna.api().post(key.path() + "/disable").expect(200);
        var second = anna.api().post(key.path() + "/disable").expect(200);

        assertThat(first.text("key.status")).isEqualTo("DISABLED");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    @DisplayName("enabling an enabled key changes nothing")
    void enablesTwice(Account anna) {
        var key = anna.issue();

        var enabled = anna.api().post(key.path() + "/enable").expect(200);

        assertThat(enabled.get("key")).isEqualTo(key.answer().get("key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/disable", "/enable"})
    @DisplayName("or enabling it answers 409 when it is revoked")
    void refusesRevoked(String action, Account anna) {
        var key = anna.issue();
        key.revoke();

        anna.api().post(key.path() + action).expectProblem(409, "KEY_REVOKED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/disable", "/enable"})
    @DisplayName("or enabling it answers 401, 403, 404 to everybody but its owner's sessions")
    void refusesOthers(String action, Account anna, Account ben, Api api) {
        var key = anna.issue("scopes", List.of("read", "write", "update", "delete"));

        api.post(key.path() + action).expectProblem(401, "UNAUTHENTICATED");
        key.api().post(key.path() + action).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        ben.api().post(key.path() + action).expectProblem(404, "NOT_FOUND");
    }
}
