package org.keywarden.usage;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.ScopeUsed;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.Log;
import org.keywarden.verification.KeyUsed;

/**
 * Counts uses in memory and writes them once a second, and a last time on orderly shutdown: no
 * verification waits for a write. What cannot be written stays for the next time. ADR 6.
 */
@ApplicationScoped
class UsageRecorder {

    private static final Log LOG = Log.of(UsageRecorder.class);

    @Resource ManagedScheduledExecutorService executor;
    @Inject UsageRepository repository;

    private final ConcurrentMap<String, Tally> tallies = new ConcurrentHashMap<>();

    private @Nullable Future<?> writing;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        writing = executor.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    }

    void record(@Observes KeyUsed use) {
        add(Tally.of(use));
    }

    void record(@Observes ScopeUsed use) {
        add(Tally.of(use));
    }

    void stop() {
        if (writing != null) {
            writing.cancel(false);
        }
        write();
    }

    /** One at a time: a stop waits for a batch that is under way, else its connection would go. */
    private synchronized void write() {
        var batch = new ArrayList<Tally>();
        for (var slot : tallies.keySet()) {
            var tally = tallies.remove(slot);
            if (tally != null) {
                batch.add(tally);
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            repository.add(batch);
        } catch (RuntimeException e) { // else the executor would never come again
            batch.forEach(this::add);
            LOG.warning("Usage not written, kept for later", "cause", DatabaseFailures.rootOf(e));
        }
    }

    private void add(Tally tally) {
        tallies.merge(tally.key() + "@" + tally.hour(), tally, Tally::plus);
    }
}
