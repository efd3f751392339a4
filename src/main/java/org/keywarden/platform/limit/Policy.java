package org.keywarden.platform.limit;

import java.time.Duration;

/**
 * How often one subject may do something. All permits come back together when a period is over.
 *
 * @param name what is limited; {@code [a-z-]}, part of an answer's headers
 * @param permits how many a period, at least 1
 */
public record Policy(String name, int permits) {

    /** How long permits last. */
    static final Duration PERIOD = Duration.ofMinutes(1);

    /** As the header {@code RateLimit-Policy} has it. */
    public String header() {
        return "\"%s\";q=%d;w=%d".formatted(name, permits, PERIOD.toSeconds());
    }
}
