package org.keywarden.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.TokenType;
import org.keywarden.authentication.CredentialVerifier;
import org.keywarden.platform.event.DomainEvent;

/**
 * Verifies JWTs, ours and those of the trusted issuer. A good one is remembered for less than a second, which keeps signature and
 * database out of most calls and still ends a session everywhere within the second.
 */
@ApplicationScoped
class TokenVerifier implements CredentialVerifier {

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration REMEMBERED = Duration.ofMillis(900);

    @Inject Tokens tokens;
    @Inject ForeignSessions foreign;
    @Inject SessionIndex sessions;
    @Inject SessionUses uses;
    @Inject Clock clock;

    // At its full size from the start: in a small table a look-up that waits for the trusted issuer
    // would hold up many others.
    private final Cache<String, Caller> callers =
            Caffeine.newBuilder()
                    .initialCapacity(MAX_REMEMBERED)
                    .maximumSize(MAX_REMEMBERED)
                    .expireAfterWrite(REMEMBERED)
                    .build();

    @Override
    public TokenType tokenType() {
        return TokenType.SESSION_TOKEN;
    }

    @Override
    public boolean claims(String credential) {
        return credential.startsWith("eyJ")
                && credential.chars().filter(c -> c == '.').count() == 2;
    }

    @Override
    public Optional<Caller> verify(String credential) {
        var caller = Optional.ofNullable(callers.get(credential, this::load));
        caller.ifPresent(found -> uses.note(found.credentialId()));
        return caller;
    }

    private @Nullable Caller load(String credential) {
        return tokens.sessionOf(credential)
                .or(() -> foreign.sessionOf(credential))
                .flatMap(session -> sessions.callerOf(session, clock.instant()))
                .orElse(null);
    }

    /** A session that ended, and all sessions of an account that changed. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent changed) {
        var target = changed.target();
        callers.asMap()
                .values()
                .removeIf(c -> c.credentialId().equals(target) || c.user().value().equals(target));
    }
}
