package org.keywarden.usage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keywarden.verification.Code;

/**
 * Uses of keys over time, by their outcomes.
 *
 * @param bucket how long each point lasts
 * @param points every one of the range without a gap, in the order of time, those without any use as well
 */
public record UsageSeries(Bucket bucket, List<Point> points) {

    public UsageSeries {
        points = List.copyOf(points);
    }

    static UsageSeries of(Range range, Map<Instant, Counts> hours) {
        var bucket = range.bucket();
        var sums = new HashMap<Instant, Counts>();
        hours.forEach((hour, counts) -> sums.merge(bucket.startOf(hour), counts, Counts::plus));
        return new UsageSeries(
                bucket,
                range.starts().stream()
                        .map(start -> Point.of(start, sums.getOrDefault(start, Counts.NONE)))
                        .toList());
    }

    /** All uses. */
    public long total() {
        return points.stream().mapToLong(Point::total).sum();
    }

    /** Those that opened what was asked for. */
    public long granted() {
        return points.stream().mapToLong(Point::granted).sum();
    }

    /** Those that did not. */
    public long denied() {
        return total() - granted();
    }

    /** Those of {@link Point#insufficientScope()}. */
    public long insufficientScope() {
        return points.stream().mapToLong(Point::insufficientScope).sum();
    }

    /** Those of {@link Point#unusable()}. */
    public long unusable() {
        return points.stream().mapToLong(Point::unusable).sum();
    }

    /** Those of {@link Point#unexplained()}. */
    public long unexplained() {
        return points.stream().mapToLong(Point::unexplained).sum();
    }

    /**
     * One bucket.
     *
     * @param start its begin, UTC
     * @param counts how often which outcome was; one that never was is left out
     * @param unexplained denials whose outcome nobody noted: from before outcomes were recorded
     */
    public record Point(Instant start, Map<Code, Long> counts, long unexplained) {

        public Point {
            counts = new Counts(counts, unexplained).byCode();
        }

        static Point of(Instant start, Counts counts) {
            return new Point(start, counts.byCode(), counts.unexplained());
        }

        /** How often an outcome was, 0 if never. */
        public long count(Code code) {
            return counts.getOrDefault(code, 0L);
        }

        public long total() {
            return new Counts(counts, unexplained).total();
        }

        public long granted() {
            return count(Code.VALID);
        }

        /** All that were not granted, unexplained ones as well. */
        public long denied() {
            return total() - granted();
        }

        /** Those whose key works but did not hold the scope that was asked for. */
        public long insufficientScope() {
            return count(Code.INSUFFICIENT_SCOPE);
        }

        /** Those whose key was out of use, whatever was asked for: by itself or with its owner. */
        public long unusable() {
            return denied() - insufficientScope() - unexplained;
        }
    }
}
