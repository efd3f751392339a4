package org.keywarden.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A period until now")
class PeriodTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:34:56Z"), ZoneOffset.UTC);

    @Test
    @DisplayName("of a day has 24 hours, the current one as the last")
    void hasHours() {
        var period = Period.lastDays(1, CLOCK);

        assertThat(period.bucket()).isEqualTo(Bucket.HOUR);
        assertThat(range(period).starts())
                .hasSize(24)
                .startsWith(Instant.parse("2026-02-28T13:00:00Z"))
                .endsWith(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    @DisplayName("of several days has as many, today as the last")
    void hasDays() {
        var period = Period.lastDays(7, CLOCK);

        assertThat(period.bucket()).isEqualTo(Bucket.DAY);
        assertThat(range(period).starts())
                .hasSize(7)
                .startsWith(Instant.parse("2026-02-23T00:00:00Z"))
                .endsWith(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    @DisplayName("may be as long as a year of days")
    void mayBeLong() {
        assertThat(range(Period.lastDays(366, CLOCK)).starts()).hasSize(366);
    }

    private static Range range(Period period) {
        return Range.of(period.bucket(), period.from(), period.to());
    }
}
