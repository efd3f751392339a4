package org.keywarden.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failures to sign in")
class SignInFailuresTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    @DisplayName("lock nobody without a failure, and not with four")
    void allowFour() {
        assertThat(atMinutes().lockAt(NOON)).isFalse();
        assertThat(atMinutes(0, 0, 0, 0).lockAt(NOON)).isFalse();
    }

    @Test
    @DisplayName("lock from the fifth on, for 30 minutes and not a millisecond more")
    void lockForThirtyMinutes() {
        var failures = atMinutes(0, 1, 2, 3, 4);

        assertThat(failures.lockAt(minute(4))).isTrue();
        assertThat(failures.lockAt(minute(34).minusMillis(1))).isTrue();
        assertThat(failures.lockAt(minute(34))).isFalse();
    }

    @Test
    @DisplayName("lock if the fifth comes 15 minutes after the first, not later")
    void lockWithinFifteenMinutes() {
        assertThat(atMinutes(0, 1, 2, 3, 15).lockAt(minute(15))).isTrue();

        var late = new SignInFailures(atMinutes(0, 1, 2, 3).times()).plus(minute(15).plusMillis(1));
        assertThat(late.lockAt(minute(16))).isFalse();
    }

    @Test
    @DisplayName("lock by any five in a row, whatever came before")
    void lockByAnyFive() {
        assertThat(atMinutes(0, 1, 14, 15, 16, 17, 18).lockAt(minute(18))).isTrue();
        assertThat(atMinutes(0, 10, 20, 30, 40, 50).lockAt(minute(50))).isFalse();
    }

    @Test
    @DisplayName("count in any order")
    void areSorted() {
        assertThat(atMinutes(4, 0, 3, 1, 2).lockAt(minute(33))).isTrue();
    }

    @Test
    @DisplayName("do not lock again with the first one after the lock")
    void beginAnew() {
        assertThat(atMinutes(0, 0, 0, 0, 0, 30).lockAt(minute(30))).isFalse();
    }

    @Test
    @DisplayName("of two nodes whose clocks differ count all the same")
    void countFromTheFuture() {
        assertThat(atMinutes(1, 1, 1, 1, 1).lockAt(NOON)).isTrue();
    }

    @Test
    @DisplayName("matter no more beyond the horizon")
    void haveAHorizon() {
        var horizon = SignInFailures.horizon(minute(45));
        var longest = atMinutes(0, 15, 15, 15, 15);

        assertThat(horizon).isEqualTo(NOON);
        assertThat(longest.lockAt(minute(45).minusMillis(1))).isTrue();
        assertThat(longest.lockAt(minute(45))).isFalse();
    }

    private static SignInFailures atMinutes(int... minutes) {
        return new SignInFailures(
                Arrays.stream(minutes).mapToObj(SignInFailuresTest::minute).toList());
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
