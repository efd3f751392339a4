package org.keywarden.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long the spans of a {@link UsageSeries} are, and how much time it may cover. */
public enum Bucket {
    HOUR(ChronoUnit.HOURS, Duration.ofDays(31)),
    /** From midnight to midnight, UTC. */
    DAY(ChronoUnit.DAYS, Duration.ofDays(366));

    private final ChronoUnit unit;
    private final Duration longest;

    Bucket(ChronoUnit unit, Duration longest) {
        this.unit = unit;
        this.longest = longest;
    }

    /** The longest range that it may divide. */
    public Duration longest() {
        return longest;
    }

    Instant startOf(Instant at) {
        return at.truncatedTo(unit);
    }

    Instant after(Instant start) {
        return start.plus(1, unit);
    }
}
