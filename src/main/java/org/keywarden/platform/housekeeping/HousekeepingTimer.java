package org.keywarden.platform.housekeeping;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.Log;

/** Does {@link Housekeeping} every minute, if it is this node's turn. */
@ApplicationScoped
class HousekeepingTimer {

    private static final Log LOG = Log.of(HousekeepingTimer.class);

    @Resource ManagedScheduledExecutorService executor;
    @Inject HousekeepingTurn turn;
    @Inject Housekeeping housekeeping;
    @Inject Clock clock;

    private @Nullable Future<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::cleanUp, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void cleanUp() {
        try {
            if (turn.take()) {
                housekeeping.cleanUp(clock.instant());
            }
        } catch (RuntimeException e) { // else the executor would never come again
            LOG.warning("Housekeeping failed, next time", "cause", DatabaseFailures.rootOf(e));
        }
    }
}
