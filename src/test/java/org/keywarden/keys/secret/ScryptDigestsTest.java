package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.MasterSecrets;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.testing.Parallel;

@DisplayName("A costly digest")
class ScryptDigestsTest {

    private static final String KEY =
            "naap_0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String OTHER = KEY.replace("naap_0", "naap_1");

    private final ScryptDigests digests = new ScryptDigests();

    @BeforeEach
    void setUp() {
        digests.turns = new ScryptTurns();
        digests.pepper = new Pepper();
        digests.pepper.secret = MasterSecrets.of("n".repeat(32));
        digests.pepper.derive();
    }

    @Test
    @DisplayName("is refused when no turn comes, with a word on when to try again")
    void isRefusedWhenBusy() {
        digests.turns.permits.drainPermits();

        var refusal =
                catchThrowableOfType(
                        ProblemException.class, () -> digests.digest(KEY, Duration.ofMillis(1)));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.errorCode()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(refusal.headers()).containsEntry("Retry-After", "2");
        assertThat(refusal).hasMessageNotContaining(KEY);
    }

    @Test
    @DisplayName("is remembered, so that the same text takes no second turn")
    void isRemembered() {
        var first = digests.digest(KEY, Duration.ZERO);
        digests.turns.permits.drainPermits();

        assertThat(digests.digest(KEY, Duration.ZERO)).isEqualTo(first);
        assertThat(first).isEqualTo(ImportedDigest.naapScryptOf(KEY));
    }

    @Test
    @DisplayName("gives its turn back, and is right however many ask at once")
    void isSafeInParallel() {
        var before = digests.turns.permits.availablePermits();

        var computed = Parallel.times(8, () -> digests.digest(KEY, Duration.ofMinutes(1)));

        assertThat(computed).containsOnly(ImportedDigest.naapScryptOf(KEY));
        assertThat(digests.turns.permits.availablePermits()).isEqualTo(before);
        assertThat(digests.digest(OTHER, Duration.ZERO)).isNotEqualTo(computed.get(0));
    }
}
