package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.housekeeping.HousekeepingTask;

/**
 * Ends the browsers' sessions that nobody uses any more, and forgets those that were over long ago. An
 * idle session is refused before; ended, it stays so when the limit is raised.
 */
@ApplicationScoped
@Retried
@Transactional
class OldSessions implements HousekeepingTask {

    /** How long a session is kept for the record when it is over. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** At most so many at once: each takes its place in the audit trail. */
    private static final int MAX_IDLE = 500;

    @Inject SessionRepository repository;
    @Inject Event<DomainEvent> events;

    @Override
    public void cleanUp(Instant now) {
        repository.unused(now, MAX_IDLE).stream()
                .filter(session -> repository.endUnused(session.id(), now))
                .forEach(
                        session ->
                                events.fire(
                                        new SessionEnded(session.id(), session.account(), null)));
        repository.forgetOver(now.minus(KEPT));
    }
}
