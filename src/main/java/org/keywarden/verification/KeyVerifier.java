package org.keywarden.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import org.keywarden.keys.KeyDirectory;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.StoredKey;
import org.keywarden.platform.event.DomainEvent;

/**
 * Verifies API keys as credentials for our own API. A good one is remembered for less than a second,
 * so that a change of it counts everywhere within the second. Each use is counted.
 */
@ApplicationScoped
class KeyVerifier implements CredentialVerifier {

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration REMEMBERED = Duration.ofMillis(900);

    @Inject KeyDirectory directory;
    @Inject Verifications verifications;
    @Inject Event<KeyUsed> uses;
    @Inject Clock clock;

    // At its full size from the start: in a small table one slow look-up would hold up many others.
    private final Cache<String, Caller> callers =
            Caffeine.newBuilder()
                    .initialCapacity(MAX_REMEMBERED)
                    .maximumSize(MAX_REMEMBERED)
                    .expireAfterWrite(REMEMBERED)
                    .build();

    @Override
    public TokenType tokenType() {
        return TokenType.API_KEY;
    }

    /** Imported keys may look like anything but a JWT. */
    @Override
    public boolean claims(String credential) {
        return !credential.startsWith("eyJ") && directory.isPlausible(credential);
    }

    @Override
    public Optional<Caller> verify(String credential) {
        var caller = Optional.ofNullable(callers.get(credential, this::load));
        caller.ifPresent(this::count);
        return caller;
    }

    private @Nullable Caller load(String credential) {
        return verifications.authenticate(credential).map(KeyVerifier::caller).orElse(null);
    }

    private void count(Caller caller) {
        var code = caller.suspended() ? Code.OWNER_SUSPENDED : Code.VALID;
        var key = new KeyId(caller.credentialId());
        uses.fire(new KeyUsed(key, caller.user(), code, null, clock.instant()));
    }

    private static Caller caller(StoredKey key) {
        return new Caller(
                key.owner(),
                key.ownerRole(),
                TokenType.API_KEY,
                key.id().value(),
                key.scopes(),
                key.legacyFullAccess(),
                key.isOwnerSuspended());
    }

    /** A key that changed, and all keys of an account that did, whoever tells of it. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent changed) {
        var target = changed.target();
        callers.asMap()
                .values()
                .removeIf(c -> c.credentialId().equals(target) || c.user().value().equals(target));
    }
}
