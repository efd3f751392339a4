package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.housekeeping.HousekeepingTask;

/**
 * Judges guesses at passwords, once their hash is known: too many wrong ones lock the subject, and
 * then right ones count for nothing. Known and unknown addresses go the same way, statement for
 * statement. ADR 20.
 */
@ApplicationScoped
@Retried
@Transactional
class Guesses implements HousekeepingTask {

    /**
     * A guess at the password of an e-mail address.
     *
     * @param account whose address that is, or {@code null} for nobody's
     * @param right whether it is the password
     */
    record Guess(String email, @Nullable UserId account, boolean right) {}

    @Inject SignInFailureRepository failures;
    @Inject SignInSubjects subjects;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    /** Whether a guess lets in. Of parallel ones, those after the fifth failure do not. */
    boolean judge(Guess guess) {
        var subject = subjects.of(guess.email());
        failures.awaitTurn(subject);
        var now = clock.instant();
        var before = failures.of(subject);
        if (before.lockAt(now)) {
            return false; // and not counted, else a lock could be prolonged for ever
        }
        if (guess.right()) {
            failures.forget(subject);
            return true;
        }
        failures.forget(subject, SignInFailures.horizon(now));
        failures.add(subject, now);
        if (guess.account() != null && before.plus(now).lockAt(now)) {
            events.fire(AccountChanged.locked(guess.account()));
        }
        return false;
    }

    /** Ends a lock, if there is one. */
    void forgive(String email) {
        failures.forget(subjects.of(email));
    }

    @Override
    public void cleanUp(Instant now) {
        failures.forgetAll(SignInFailures.horizon(now));
    }
}
