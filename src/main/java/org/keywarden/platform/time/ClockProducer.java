package org.keywarden.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one source of time. */
@ApplicationScoped
class ClockProducer {

    /** UTC in whole milliseconds, so that what was answered equals what is read back. */
    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
