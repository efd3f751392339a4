package org.keywarden.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.usage.UsageSeries.Point;
import org.keywarden.verification.Code;

@DisplayName("A series of uses")
class UsageSeriesTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    @DisplayName("has a point for each hour that the range touches, without any use as well")
    void fillsHours() {
        var range = Range.of(Bucket.HOUR, NOON.plusSeconds(1800), NOON.plusSeconds(7201));

        var series = UsageSeries.of(range, Map.of(hour(1), Counts.one(Code.VALID)));

        assertThat(series.points())
                .containsExactly(
                        new Point(NOON, Map.of(), 0),
                        new Point(hour(1), Map.of(Code.VALID, 1L), 0),
                        new Point(hour(2), Map.of(), 0));
    }

    @Test
    @DisplayName("ends before a bucket that begins when the range ends")
    void endsInTime() {
        var range = Range.of(Bucket.HOUR, NOON, hour(1));

        assertThat(range.starts()).containsExactly(NOON);
        assertThat(range.end()).isEqualTo(hour(1));
    }

    @Test
    @DisplayName("adds up the hours of a day of UTC")
    void addsUpDays() {
        var range = Range.of(Bucket.DAY, NOON, MIDNIGHT.plus(Duration.ofDays(2)));
        var hours =
                Map.of(
                        MIDNIGHT,
                        new Counts(Map.of(Code.VALID, 1L), 7),
                        hour(11),
                        new Counts(Map.of(Code.VALID, 2L, Code.EXPIRED, 3L), 0),
                        MIDNIGHT.plus(Duration.ofDays(1)),
                        Counts.one(Code.REVOKED));

        var series = UsageSeries.of(range, hours);

        assertThat(series.points())
                .containsExactly(
                        new Point(MIDNIGHT, Map.of(Code.VALID, 3L, Code.EXPIRED, 3L), 7),
                        new Point(MIDNIGHT.plus(Duration.ofDays(1)), Map.of(Code.REVOKED, 1L), 0));
        assertThat(series.total()).isEqualTo(14);
        assertThat(series.granted()).isEqualTo(3);
        assertThat(series.denied()).isEqualTo(11);
    }

    @Test
    @DisplayName("sums up each point, unexplained denials among those that were denied")
    void sumsUpPoints() {
        var point = new Point(NOON, Map.of(Code.VALID, 5L, Code.REVOKED, 2L), 3);

        assertThat(point.total()).isEqualTo(10);
        assertThat(point.granted()).isEqualTo(5);
        assertThat(point.denied()).isEqualTo(5);
        assertThat(point.count(Code.REVOKED)).isEqualTo(2);
        assertThat(point.count(Code.EXPIRED)).isZero();
    }

    @Test
    @DisplayName("tells a scope too few from a key out of use and from what nobody noted")
    void tellsRefusalsApart() {
        var counts =
                Map.of(
                        Code.VALID, 50L,
                        Code.INSUFFICIENT_SCOPE, 7L,
                        Code.REVOKED, 1L,
                        Code.DISABLED, 2L,
                        Code.EXPIRED, 4L,
                        Code.OWNER_SUSPENDED, 8L);
        var series =
                UsageSeries.of(
                        Range.of(Bucket.HOUR, NOON, hour(2)),
                        Map.of(NOON, new Counts(counts, 3), hour(1), Counts.one(Code.REVOKED)));

        assertThat(series.insufficientScope()).isEqualTo(7);
        assertThat(series.unusable()).isEqualTo(16);
        assertThat(series.unexplained()).isEqualTo(3);
        assertThat(series.denied()).isEqualTo(26);
    }

    @Test
    @DisplayName("covers at most 31 days by the hour, and 366 by the day")
    void isBounded() {
        var longest = Map.of(Bucket.HOUR, Duration.ofDays(31), Bucket.DAY, Duration.ofDays(366));

        assertThat(Range.of(Bucket.HOUR, NOON, NOON.plus(Duration.ofDays(31))).starts())
                .hasSize(31 * 24);
        assertThat(Range.of(Bucket.DAY, MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(366))).starts())
                .hasSize(366);
        longest.forEach(
                (bucket, most) -> {
                    assertThatIllegalArgumentException()
                            .isThrownBy(
                                    () -> Range.of(bucket, NOON, NOON.plus(most).plusMillis(1)));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Range.of(bucket, NOON, NOON));
                });
    }

    private static Instant hour(int afterNoon) {
        return NOON.plus(Duration.ofHours(afterNoon));
    }
}
