package org.keywarden.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The last days until now, as pages show them: whole buckets, the one that is not over yet among them.
 *
 * @param to exclusive
 * @param bucket an hour where the period is a day, else a day
 */
public record Period(Instant from, Instant to, Bucket bucket) {

    /**
     * 24 hours, the current one among them, or so many days, today among them.
     *
     * @param days 1–366
     */
    public static Period lastDays(int days, Clock clock) {
        var bucket = days == 1 ? Bucket.HOUR : Bucket.DAY;
        var to = bucket.after(bucket.startOf(clock.instant()));
        return new Period(to.minus(Duration.ofDays(days)), to, bucket);
    }
}
