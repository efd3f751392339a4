package org.keywarden.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.Log;

/**
 * Notes when sessions are used, to the minute, and outside of the request: what fails is tried at the
 * next use.
 */
@ApplicationScoped
class SessionUses {

    /** How often a node notes the uses of one session, at most. */
    private static final Duration PACE = Duration.ofSeconds(30);

    /**
     * How much later than noted a session may have been used: a pace since this node tried to note it,
     * and one more that another node had noted it before.
     */
    static final Duration LAG = PACE.multipliedBy(2);

    private static final Log LOG = Log.of(SessionUses.class);

    @Resource ManagedExecutorService executor;
    @Inject Sessions sessions;
    @Inject Clock clock;

    private final Cache<String, Instant> noted =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(PACE).build();

    void note(String sessionId) {
        var now = clock.instant();
        if (noted.asMap().putIfAbsent(sessionId, now) != null) {
            return;
        }
        try {
            executor.execute(() -> write(sessionId, now));
        } catch (RejectedExecutionException e) {
            failed(sessionId, e);
        }
    }

    private void write(String sessionId, Instant at) {
        try {
            sessions.recordUse(sessionId, at, PACE);
        } catch (RuntimeException e) {
            failed(sessionId, e);
        }
    }

    private void failed(String sessionId, RuntimeException e) {
        noted.invalidate(sessionId);
        LOG.warning(
                "Use of a session not noted",
                "session",
                sessionId,
                "cause",
                DatabaseFailures.rootOf(e));
    }
}
