package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.MasterSecrets;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.testing.Parallel;

@DisplayName("Hashing a key of unknown entropy")
class KeyHashesTest {

    private static final String KEY = "sk_live_51H8xYzAbCdEf";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KeyHashes hashes = new KeyHashes();

    @BeforeEach
    void setUp() {
        hashes.pepper = new Pepper();
        hashes.pepper.secret = MasterSecrets.of("n".repeat(32));
        hashes.pepper.derive();
        hashes.random = new SecureRandoms();
        hashes.turns = new ScryptTurns();
    }

    @Test
    @DisplayName("gives another hash each time, all of the same key")
    void saltsEach() {
        var first = hashes.hash(KEY, PATIENCE);
        var second = hashes.hash(KEY, PATIENCE);

        assertThat(first).isNotEqualTo(second).hasSizeLessThanOrEqualTo(120);
        assertThat(hashes.match(KEY, first, PATIENCE)).isTrue();
        assertThat(hashes.match(KEY, second, PATIENCE)).isTrue();
    }

    @Test
    @DisplayName("is compared once, be the answer yes or no")
    void comparesOnce() {
        var stored = hashes.hash(KEY, PATIENCE);
        hashes.match(KEY, stored, PATIENCE);
        hashes.match("another key", stored, PATIENCE);
        hashes.turns.permits.drainPermits();

        assertThat(hashes.match(KEY, stored, Duration.ZERO)).isTrue();
        assertThat(hashes.match("another key", stored, Duration.ZERO)).isFalse();
    }

    @Test
    @DisplayName("takes one turn, however many compare at once, and gives it back")
    void isSafeInParallel() {
        var stored = hashes.hash(KEY, PATIENCE);
        var spare = hashes.turns.permits.availablePermits() - 1;
        hashes.turns.permits.acquireUninterruptibly(spare);

        var answers = Parallel.times(16, () -> hashes.match(KEY, stored, Duration.ZERO));

        assertThat(answers).containsOnly(true);
        assertThat(hashes.turns.permits.availablePermits()).isEqualTo(1);
    }

    @Test
    @DisplayName("is refused when no turn comes, and nothing is remembered of that")
    void isRefusedWhenBusy() {
        var stored = hashes.hash(KEY, PATIENCE);
        var all = hashes.turns.permits.drainPermits();

        var refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> hashes.match(KEY, stored, Duration.ofMillis(1)));
        hashes.turns.permits.release(all);

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal).hasMessageNotContaining(KEY);
        assertThat(hashes.match(KEY, stored, PATIENCE)).isTrue();
    }
}
