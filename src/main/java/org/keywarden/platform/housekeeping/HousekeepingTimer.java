package org.keywarden.platform.housekeeping;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.Log;

/** Fires {@link HousekeepingDue} every ten minutes, as long as the application runs. */
@ApplicationScoped
class HousekeepingTimer {

    private static final long MINUTES = 10;

    private static final Log LOG = Log.of(HousekeepingTimer.class);

    @Resource ManagedScheduledExecutorService executor;
    @Inject Event<HousekeepingDue> due;
    @Inject Clock clock;

    private @Nullable Future<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::fire, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void fire() {
        try {
            due.fire(new HousekeepingDue(clock.instant()));
        } catch (RuntimeException e) { // else the executor would never come again
            LOG.warning("Housekeeping failed, next time", "cause", DatabaseFailures.rootOf(e));
        }
    }
}
