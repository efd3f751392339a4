package org.keywarden.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.testing.Parallel;

@DisplayName("A token of the sandbox")
class SandboxTokensTest {

    private static final Approval ANNA = new Approval("anna", Behaviour.APPROVE);

    private final Hands hands = new Hands();
    private final SandboxTokens tokens = new SandboxTokens();

    @BeforeEach
    void open() {
        tokens.random = new SecureRandoms();
        tokens.clock = hands;
        tokens.open();
    }

    @Test
    @DisplayName("stands for what was chosen, once")
    void isSingleUse() {
        var token = tokens.issue(ANNA);

        assertThat(token).matches("[0-9A-Za-z]{43}");
        assertThat(tokens.redeem(token)).contains(ANNA);
        assertThat(tokens.redeem(token)).isEmpty();
    }

    @Test
    @DisplayName("is good for five minutes")
    void expires() {
        var early = tokens.issue(ANNA);
        var late = tokens.issue(ANNA);

        hands.move(SandboxTokens.LIFE.minusMillis(1));
        assertThat(tokens.redeem(early)).contains(ANNA);
        hands.move(Duration.ofMillis(1));
        assertThat(tokens.redeem(late)).isEmpty();
    }

    @Test
    @DisplayName("goes to one of many who ask at once")
    void hasOneWinner() {
        var token = tokens.issue(ANNA);

        var answers = Parallel.times(20, () -> tokens.redeem(token));

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    @DisplayName("is nothing when nobody issued it")
    void isKnown() {
        assertThat(tokens.redeem("x".repeat(43))).isEmpty();
        assertThat(tokens.redeem("")).isEmpty();
    }

    @Test
    @DisplayName("takes no more room than many others")
    void isBounded() {
        var all =
                IntStream.range(0, SandboxTokens.MOST + 1_000)
                        .mapToObj(i -> tokens.issue(ANNA))
                        .toList();

        var found = all.stream().filter(token -> tokens.redeem(token).isPresent()).count();
        assertThat(found).isBetween(1L, (long) SandboxTokens.MOST);
    }

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
