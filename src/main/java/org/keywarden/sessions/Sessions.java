package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.UserId;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.PasswordChanged;
import org.keywarden.identity.Proof;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.sessions.ForeignTokens.ForeignToken;

/** Begins, lists and ends the sessions of people. */
@ApplicationScoped
@Retried
@Transactional
public class Sessions {

    /** The limit that binds all ways to sign in, for each address. */
    public static final String SIGN_IN = "login";

    public static final int SIGN_INS_PER_MINUTE = 10;

    @Inject SessionRepository repository;
    @Inject Accounts accounts;
    @Inject Tokens tokens;
    @Inject IdleLimit idle;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    /**
     * Begins a session for somebody who has just proved who it is. A password that is changed
     * meanwhile either finds this session and ends it, or has it refused.
     *
     * @param kind a browser's ends when it is not used for {@link #idleLimit}
     * @see Accounts#authenticate
     * @see Accounts#vouchFor
     * @see Accounts#confirm
     */
    public SignedIn begin(Proof proof, Origin origin, SessionKind kind) {
        var user = accounts.confirm(proof);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS); // a JWT counts seconds
        var session = new Session(user.id(), kind, origin, now);
        repository.add(session);
        events.fire(new SessionBegan(session.id(), user.id(), means(proof)));
        return new SignedIn(tokens.issue(session, user), session.expiresAt(), user);
    }

    private static String means(Proof proof) {
        return proof.means().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Begins the session of a foreign token when it first comes, if there is an account of that
     * address; from then on that session decides, so that it can be seen and ended like any other.
     */
    void adopt(String id, ForeignToken token) {
        if (repository.isKnown(id)) {
            return;
        }
        accounts.findByEmail(token.email())
                .ifPresent(
                        user -> {
                            var now = clock.instant();
                            var origin = Origin.of(null);
                            repository.add(
                                    new Session(id, user.id(), origin, now, token.expiresAt()));
                            events.fire(new SessionBegan(id, user.id(), "token"));
                        });
    }

    /**
     * How long a browser's session lasts without a request, at least; a minute more is no promise. Each
     * request with its cookie is a use, for a page or its parts as well as of the API.
     */
    public Duration idleLimit() {
        return idle.duration();
    }

    /** The caller's sessions that are not over, the newest first. */
    public List<SessionSummary> of(Caller caller) {
        return repository.current(caller.user(), clock.instant()).stream()
                .map(session -> session.summary(caller.credentialId()))
                .toList();
    }

    /** Ends the caller's session for good. Ending it again changes nothing. */
    public void end(Caller caller) {
        repository
                .findToChange(caller.user(), caller.credentialId())
                .ifPresent(session -> end(session, caller.user()));
    }

    /**
     * Ends one of the caller's sessions for good. Ending it again changes nothing.
     *
     * @throws NotFoundException if the caller has no such session
     */
    public void end(Caller caller, String id) {
        if (!Session.isId(id)) {
            throw new NotFoundException();
        }
        var session =
                repository.findToChange(caller.user(), id).orElseThrow(NotFoundException::new);
        end(session, caller.user());
    }

    /** Ends all of the caller's sessions but the one that asks. */
    public void endOthers(Caller caller) {
        endAllBut(caller.credentialId(), caller.user(), caller.user());
    }

    /** Ends all of the caller's sessions, the one that asks as well. */
    public void endAll(Caller caller) {
        endAllBut(null, caller.user(), caller.user());
    }

    /** Whoever knows only the old password is out, in the transaction that replaces it. */
    void endAll(@Observes PasswordChanged changed) {
        endAllBut(changed.keptSession(), changed.user(), changed.actor());
    }

    private void endAllBut(@Nullable String kept, UserId account, UserId actor) {
        repository.currentToChange(account, clock.instant()).stream()
                .filter(session -> !session.id().equals(kept))
                .forEach(session -> end(session, actor));
    }

    private void end(Session session, UserId actor) {
        if (session.end(clock.instant())) {
            events.fire(new SessionEnded(session.id(), session.account(), actor));
        }
    }

    /** Notes when a session was used, unless that was noted less than a pace before. */
    void recordUse(String id, Instant at, Duration pace) {
        repository.recordUse(id, at, pace);
    }
}
