package org.keywarden.platform.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.Log;

/** Does all {@link HousekeepingTask}s, one after the other. */
@ApplicationScoped
class Housekeeping {

    private static final Log LOG = Log.of(Housekeeping.class);

    @Inject Instance<HousekeepingTask> tasks;

    /** Does each of them, whatever becomes of the others. */
    void cleanUp(Instant now) {
        tasks.handles().forEach(task -> cleanUp(task, now));
    }

    private static void cleanUp(Instance.Handle<? extends HousekeepingTask> task, Instant now) {
        try {
            task.get().cleanUp(now);
        } catch (
                RuntimeException
                        e) { // else one that always fails would keep the others from theirs
            LOG.warning(
                    "Housekeeping failed, next time",
                    "task",
                    task.getBean().getBeanClass().getSimpleName(),
                    "cause",
                    DatabaseFailures.rootOf(e));
        }
    }
}
