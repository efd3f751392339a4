package org.keywarden.keys.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keywarden.access.Callers;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.ProviderKeyRevoked;
import org.keywarden.providers.ProviderId;

@DisplayName("A revocation at a provider")
class UpstreamRevocationTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(86_400);

    private final UpstreamRevocation revocation = aRevocation("sealed");

    @Test
    @DisplayName("is attempted at once, and only once at a time")
    void isAttemptedAtOnce() {
        assertThat(revocation.attempt(NOON.minusMillis(1))).isFalse();
        assertThat(revocation.attempt(NOON)).isTrue();
        assertThat(revocation.attempt(NOON)).isFalse();
        assertThat(revocation.attempt(NOON.plusSeconds(60).minusMillis(1))).isFalse();

        assertThat(revocation.attempts()).isEqualTo(1);
        assertThat(revocation.attempt(NOON.plusSeconds(60))).isTrue();
        assertThat(revocation.attempts()).isEqualTo(2);
    }

    @Test
    @DisplayName("pauses for a minute, then twice as long each time, but never over six hours")
    void pausesLonger() {
        var minutes = new ArrayList<Long>();
        var now = NOON;
        revocation.attempt(NOON);
        while (minutes.size() < UpstreamRevocation.MAX_ATTEMPTS - 1) {
            var before = now;
            do {
                now = now.plusSeconds(60);
            } while (!revocation.attempt(now));
            minutes.add(Duration.between(before, now).toMinutes());
        }

        assertThat(minutes)
                .isEqualTo(
                        List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L, 360L, 360L));
        assertThat(Duration.between(NOON, now))
                .isBetween(Duration.ofHours(30), Duration.ofHours(40));
    }

    @Test
    @DisplayName("does not count an attempt that asked nobody, but pauses after it")
    void postpones() {
        revocation.attempt(NOON);

        revocation.postpone();

        assertThat(revocation.attempts()).isZero();
        assertThat(revocation.attempt(NOON.plusSeconds(59))).isFalse();
        assertThat(revocation.attempt(NOON.plusSeconds(60))).isTrue();
        assertThat(revocation.attempts()).isEqualTo(1);
        assertThat(revocation.sealedToken()).contains("sealed");
    }

    @ParameterizedTest
    @DisplayName("forgets what it sent when it ends, and is not attempted any more")
    @EnumSource(names = {"DONE", "FAILED"})
    void forgets(UpstreamState outcome) {
        revocation.attempt(NOON);

        revocation.end(outcome);

        assertThat(revocation.state()).isEqualTo(outcome);
        assertThat(revocation.sealedToken()).isEmpty();
        assertThat(revocation.attempt(LATER)).isFalse();
    }

    @Test
    @DisplayName("with nothing to send is never attempted")
    void isUnsupported() {
        var unsupported = aRevocation(null);

        assertThat(unsupported.state()).isEqualTo(UpstreamState.UNSUPPORTED);
        assertThat(unsupported.attempt(LATER)).isFalse();
    }

    @Test
    @DisplayName("begins anew with something better to send, whether it failed or never began")
    void restarts() {
        var failed = aRevocation("sealed");
        failed.attempt(NOON);
        failed.end(UpstreamState.FAILED);
        var begun = aRevocation("sealed");
        begun.attempt(NOON);

        for (var each : List.of(failed, begun, aRevocation(null))) {
            each.restart("better", LATER);

            assertThat(each.state()).isEqualTo(UpstreamState.PENDING);
            assertThat(each.sealedToken()).contains("better");
            assertThat(each.attempts()).isZero();
            assertThat(each.attempt(LATER)).isTrue();
        }
    }

    @Test
    @DisplayName(
            "that is done stays so, and one that failed does unless there is something to send")
    void staysAsItIs() {
        revocation.end(UpstreamState.DONE);
        revocation.restart("better", LATER);
        var failed = aRevocation("sealed");
        failed.end(UpstreamState.FAILED);
        failed.restart(null, LATER);

        assertThat(revocation.state()).isEqualTo(UpstreamState.DONE);
        assertThat(revocation.sealedToken()).isEmpty();
        assertThat(failed.state()).isEqualTo(UpstreamState.FAILED);
    }

    private static UpstreamRevocation aRevocation(@Nullable String sealedToken) {
        return new UpstreamRevocation(
                new ProviderKeyRevoked(
                        new KeyId("key_0199d5f2c0de7abc8123456789abcdef"),
                        new ProviderId("prv_0199d5f2c0de7abc8123456789abcdef"),
                        Callers.ADA,
                        Callers.ADA,
                        "ref",
                        null),
                sealedToken,
                NOON);
    }
}
