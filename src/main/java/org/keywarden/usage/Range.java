package org.keywarden.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The buckets that a time touches.
 *
 * @param start the begin of the first
 * @param end the end of the last
 */
record Range(Bucket bucket, Instant start, Instant end) {

    /**
     * @param to exclusive
     * @throws IllegalArgumentException if it is empty, or longer than such buckets may divide
     */
    static Range of(Bucket bucket, Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(bucket.longest()) > 0) {
            throw new IllegalArgumentException(
                    "No range by the " + bucket + ": " + from + "/" + to);
        }
        var last = bucket.startOf(to.minusNanos(1));
        return new Range(bucket, bucket.startOf(from), bucket.after(last));
    }

    /** The begin of each bucket, in their order. */
    List<Instant> starts() {
        return Stream.iterate(start, at -> at.isBefore(end), bucket::after).toList();
    }
}
