package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.keywarden.testing.Account.fields;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("Changing a key")
class ChangingKeysIT {

    @Test
    @DisplayName("changes what it names and nothing else")
    void changesNamedOnly(Account anna) {
        var key = anna.issue("label", "old", "description", "stays", "expiresInDays", 30);

        var changed = anna.api().patch(key.path(), fields("label", " new ")).expect(200);

        assertThat(changed.text("key.label")).isEqualTo("new");
        assertThat(changed.text("key.description")).isEqualTo("stays");
        assertThat(changed.get("key.expiresAt")).isEqualTo(key.answer().get("key.expiresAt"));
        assertThat(changed.body()).isEqualTo(key.read().body());
    }

    @Test
    @DisplayName("with null clears label, description and expiry")
    void clears(Account anna) {
        var key = anna.issue("label", "l", "description", "d", "expiresInDays", 30);

        var changed =
                anna.api()
                        .patch(
                                key.path(),
                                "{\"label\":null,\"description\":null,\"expiresInDays\":null}")
                        .expect(200);

        assertThat(changed.get("key.label").isNull()).isTrue();
        assertThat(changed.get("key.description").isNull()).isTrue();
        assertThat(changed.get("key.expiresAt").isNull()).isTrue();
    }

    @Test
    @DisplayName("counts the expiry from now")
    void countsFromNow(Account anna) {
        var key = anna.issue("expiresInDays", 1);
        var expected = Instant.now().plus(90, ChronoUnit.DAYS);

        var changed = anna.api().patch(key.path(), fields("expiresInDays", 90)).expect(200);

        assertThat(changed.time("key.expiresAt"))
                .isCloseTo(expected, within(1, ChronoUnit.MINUTES));
    }

    @Test
    @DisplayName("takes a scope away from verification and from the API at once")
    void changesScopes(Account anna) {
        var key = anna.issue("scopes", List.of("read", "write"));
        key.api().post("/developer/projects", fields("name", "A")).expect(201);

        anna.api().patch(key.path(), fields("scopes", List.of("read"))).expect(200);

        key.api()
                .post("/developer/projects", fields("name", "B"))
                .expectProblem(403, "INSUFFICIENT_SCOPE");
        assertThat(
                        anna.api()
                                .post(
                                        "/keys/verify",
                                        fields("key", key.raw(), "requiredScope", "write"))
                                .text("code"))
                .isEqualTo("INSUFFICIENT_SCOPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"nonsense\":1}"})
    @DisplayName("answers 400 when it names nothing to change")
    void refusesNothing(String body, Account anna) {
        anna.api().patch(anna.issue().path(), body).expectProblem(400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scopes\":null}",
                "{\"scopes\":[]}",
                "{\"scopes\":[\"read\",\"read\"]}",
                "{\"scopes\":[null]}",
                "{\"scopes\":[\"root\"]}",
                "{\"expiresInDays\":0}",
                "{\"expiresInDays\":3651}"
            })
    @DisplayName("answers 400 for values out of range and changes nothing")
    void refusesValues(String body, Account anna) {
        var key = anna.issue();

        anna.api().patch(key.path(), body).expectProblem(400, "VALIDATION_FAILED");

        assertThat(key.read().get("key")).isEqualTo(key.answer().get("key"));
    }

    @Test
    @DisplayName("answers 400 for text that is too long")
    void refusesLongText(Account anna) {
        var key = anna.issue();

        anna.api().patch(key.path(), fields("label", "x".repeat(65))).expectInvalid("label");
        anna.api()
                .patch(key.path(), fields("description", "x".repeat(256)))
                .expectInvalid("description");
    }

    @Test
    @DisplayName("answers 409 when it is revoked")
    void refusesRevoked(Account anna) {
        var key = anna.issue();
        key.revoke();

        anna.api().patch(key.path(), fields("label", "x")).expectProblem(409, "KEY_REVOKED");
    }

    @Test
    @DisplayName("answers 401, 403, and 404 to everybody but its owner's sessions")
    void refusesOthers(Account anna, Account ben, Api api) {
        var key = anna.issue("scopes", List.of("read", "write", "update", "delete"));
        var body = fields("label", "x");

        api.patch(key.path(), body).expectProblem(401, "UNAUTHENTICATED");
        key.api().patch(key.path(), body).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        ben.api().patch(key.path(), body).expectProblem(404, "NOT_FOUND");
    }
}
