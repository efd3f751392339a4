package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Rotating a key")
class RotatingKeysIT {

    @Test
    @DisplayName("answers 201 with a new key of the same settings")
    void keepsSettings(Account anna) {
        var old =
                anna.issue(
                        "label", "ci",
                        "description", "d",
                        "projectName", "P",
                        "scopes", List.of("read", "delete"),
                        "expiresInDays", 30);

        var rotated = old.rotate().expect(201);

        for (var same : List.of("label", "description", "project", "scopes", "expiresAt")) {
            assertThat(rotated.get("key." + same)).isEqualTo(old.answer().get("key." + same));
        }
        assertThat(rotated.text("key.id")).isNotEqualTo(old.id());
        assertThat(rotated.text("rawApiKey")).isNotEqualTo(old.raw());
        assertThat(rotated.header("Location"))
                .endsWith("/api/v1/developer/keys/" + rotated.text("key.id"));
    }

    @Test
    @DisplayName("without a grace period revokes the old key at once")
    void revokesOld(Account anna) {
        var old = anna.issue();

        var rotated = old.rotate().expect(201);

        assertThat(old.status()).isEqualTo("REVOKED");
        assertThat(old.read().text("key.replacedBy")).isEqualTo(rotated.text("key.id"));
        assertThat(anna.verify(old.raw())).isEqualTo("REVOKED");
        assertThat(anna.verify(rotated.text("rawApiKey"))).isEqualTo("VALID");
    }

    @Test
    @DisplayName("takes no body at all")
    void needsNoBody(Account anna) {
        anna.api().post(anna.issue().path() + "/rotate").expect(201);
    }

    @Test
    @DisplayName("with a grace period lets both keys work, until it ends")
    void hasGrace(Account anna) {
        var old = anna.issue();
        var end = Instant.now().plus(2, ChronoUnit.SECONDS);

        var rotated = old.rotate("gracePeriodSeconds", 2).expect(201);

        assertThat(anna.verify(old.raw())).isEqualTo("VALID");
        assertThat(anna.verify(rotated.text("rawApiKey"))).isEqualTo("VALID");
        assertThat(old.read().time("key.expiresAt")).isCloseTo(end, within(1, ChronoUnit.SECONDS));
        Eventually.eventually(() -> anna.verify(old.raw()), code -> code.equals("EXPIRED"));
        assertThat(old.status()).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2592001", "1.5", "\"1\"", "true", "[]", "99999999999999999999"})
    @DisplayName("answers 400 for a grace period that is none")
    void refusesGrace(String grace, Account anna) {
        var key = anna.issue();

        anna.api()
                .post(key.path() + "/rotate", "{\"gracePeriodSeconds\":" + grace + "}")
                .expectInvalid("gracePeriodSeconds");

        assertThat(key.status()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("takes the longest grace period")
    void takesLongGrace(Account anna) {
        var key = anna.issue();
        var end = Instant.now().plus(30, ChronoUnit.DAYS);

        key.rotate("gracePeriodSeconds", 2_592_000).expect(201);

        assertThat(key.read().time("key.expiresAt")).isCloseTo(end, within(1, ChronoUnit.MINUTES));
    }

    @Test
    @DisplayName("never lengthens the life of the old key")
    void neverLengthens(Account anna) {
        var key = anna.issue("expiresInDays", 1);

        key.rotate("gracePeriodSeconds", 2_592_000).expect(201);

        assertThat(key.read().get("key.expiresAt")).isEqualTo(key.answer().get("key.expiresAt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3600})
    @DisplayName("a second time answers 409")
    void happensOnce(int grace, Account anna) {
        var key = anna.issue();
        key.rotate("gracePeriodSeconds", grace).expect(201);

        key.rotate().expectProblem(409, "KEY_ALREADY_ROTATED");
    }

    @Test
    @DisplayName("in parallel has one winner and one successor")
    void hasOneWinner(Account anna, TestDatabase database) {
        var key = anna.issue();

        var answers = Parallel.times(20, () -> key.rotate());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(RotatingKeysIT::problem)
                .containsOnly("409 KEY_ALREADY_ROTATED");
        assertThat(database.count("select count(*) from api_key where owner_id = ?", anna.id()))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("answers 409 when it is revoked or disabled")
    void refusesStates(Account anna) {
        var revoked = anna.issue();
        revoked.revoke();
        var disabled = anna.issue();
        disabled.disable();

        revoked.rotate().expectProblem(409, "KEY_REVOKED");
        disabled.rotate().expectProblem(409, "KEY_DISABLED");
    }

    @Test
    @DisplayName("answers 401, 403, 404 to everybody but its owner's sessions")
    void refusesOthers(Account anna, Account ben, Api api) {
        var key = anna.issue("scopes", List.of("read", "write", "update", "delete"));
        var path = key.path() + "/rotate";

        api.post(path).expectProblem(401, "UNAUTHENTICATED");
        key.api().post(path).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        ben.api().post(path).expectProblem(404, "NOT_FOUND");
    }

    private static String problem(Answer answer) {
        return answer.status() + " " + answer.text("errorCode");
    }
}
