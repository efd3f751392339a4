package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;

@KeywardenTest
@DisplayName("Revoking a key")
class RevokingKeysIT {

    @Test
    @DisplayName("answers 204 without a body")
    void answersNoContent(Account anna) {
        var answer = anna.api().delete(anna.issue().path());

        assertThat(answer.expect(204).body()).isEmpty();
    }

    @Test
    @DisplayName("closes verification and the API at once")
    void closesAtOnce(Account anna) {
        var key = anna.issue();
        key.api().get("/auth/me").expect(200);

        key.revoke();

        assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
        key.api().get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("again is 204 and keeps the first revokedAt")
    void keepsFirstTime(Account anna) {
        var key = anna.issue();
        key.revoke();
        var first = key.read();

        key.revoke();

        assertThat(first.text("key.status")).isEqualTo("REVOKED");
        assertThat(first.get("key.revokedAt").isNull()).isFalse();
        assertThat(key.read().body()).isEqualTo(first.body());
    }

    @Test
    @DisplayName("in parallel is 204 for all, with one revokedAt")
    void isSafeInParallel(Account anna) {
        var key = anna.issue();

        var statuses = Parallel.times(20, () -> anna.api().delete(key.path()).status());

        assertThat(statuses).containsOnly(204);
        assertThat(key.status()).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("takes a JSON content type without a body")
    void takesContentType(Account anna) {
        var key = anna.issue();

        anna.api().with("Content-Type", "application/json").delete(key.path()).expect(204);
    }

    @RepeatedTest(5)
    @DisplayName("leaves no VALID for a request that was sent after it was answered")
    void winsOverVerification(Account anna) {
        var key = anna.issue();
        var revoked = new AtomicBoolean();
        var revoker = new AtomicBoolean();
        Callable<List<String>> verifyOrRevoke =
                () -> {
                    if (revoker.compareAndSet(false, true)) {
                        key.revoke();
                        revoked.set(true);
                        return List.of();
                    }
                    return codesAfter(anna, key, revoked);
                };

        var late = Parallel.times(8, verifyOrRevoke);

        assertThat(late).flatExtracting(codes -> codes).hasSize(70).containsOnly("REVOKED");
    }

    @Test
    @DisplayName("answers 401, 403, 404 to everybody but its owner's sessions")
    void refusesOthers(Account anna, Account ben, Api api) {
        var key = anna.issue("scopes", List.of("read", "write", "update", "delete"));

        api.delete(key.path()).expectProblem(401, "UNAUTHENTICATED");
        key.api().delete(key.path()).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        ben.api().delete(key.path()).expectProblem(404, "NOT_FOUND");
        assertThat(key.status()).isEqualTo("ACTIVE");
    }

    /** Verifies without a pause until well after the revocation; the codes of what came later. */
    private static List<String> codesAfter(Account anna, Account.Key key, AtomicBoolean revoked) {
        while (!revoked.get()) {
            assertThat(anna.verify(key.raw())).isIn("VALID", "REVOKED");
        }
        return Stream.generate(() -> anna.verify(key.raw())).limit(10).toList();
    }
}
