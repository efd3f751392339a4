package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.keywarden.access.Caller;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.User;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.id.Ids;

/** Begins and ends the sessions of people. */
@ApplicationScoped
@Transactional
public class Sessions {

    /** How long somebody stays signed in. */
    static final Duration LIFETIME = Duration.ofHours(12);

    @Inject SessionRepository repository;
    @Inject Tokens tokens;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    /**
     * Begins a session for somebody who has just proved who it is.
     *
     * @see Accounts#authenticate
     */
    public SignedIn begin(User user) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS); // a JWT counts seconds
        var session = new Session(Ids.next("ses"), user.id(), now, now.plus(LIFETIME));
        repository.add(session);
        events.fire(new SessionBegan(session.id(), user.id()));
        return new SignedIn(tokens.issue(session, user), session.expiresAt(), user);
    }

    /** Ends the caller's session for good. Ending it again changes nothing. */
    public void end(Caller caller) {
        var session = repository.find(caller.credentialId());
        if (session.isPresent() && session.get().end(clock.instant())) {
            events.fire(new SessionEnded(caller.credentialId(), caller.user()));
        }
    }
}
