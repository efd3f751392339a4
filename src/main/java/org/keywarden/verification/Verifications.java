package org.keywarden.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyDirectory;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.StoredKey;

/**
 * Judges presented keys. One statement, none for a typo, and no write; a second one for what may have
 * been imported in a form that is costly to compare. ADR 6 and 18.
 */
@ApplicationScoped
public class Verifications {

    @Inject KeyDirectory directory;
    @Inject DigestRenewal renewal;
    @Inject Event<KeyUsed> uses;
    @Inject VerificationMetrics metrics;
    @Inject Clock clock;

    /**
     * Judges a key for a caller, who learns of keys of the own account only, unless an administrator.
     *
     * @param needed the scope that the request at hand needs, or {@code null} if none
     */
    public Verification verify(Caller caller, String presented, @Nullable Scope needed) {
        var verification =
                find(presented)
                        .filter(key -> isVisible(key, caller))
                        .map(key -> judge(key, needed))
                        .orElse(Verification.NOT_FOUND);
        metrics.count(verification.code());
        return verification;
    }

    /** The key behind a credential, if it is active; whether its owner is suspended is told later. */
    Optional<StoredKey> authenticate(String presented) {
        return find(presented).filter(key -> key.status(clock.instant()) == KeyStatus.ACTIVE);
    }

    private Optional<StoredKey> find(String presented) {
        var found = directory.find(presented);
        found.filter(StoredKey::isOutdated).ifPresent(key -> renewal.renew(key, presented));
        return found;
    }

    private static boolean isVisible(StoredKey key, Caller caller) {
        return caller.isAdministrator() || key.owner().equals(caller.user());
    }

    private Verification judge(StoredKey key, @Nullable Scope needed) {
        var now = clock.instant();
        var code = code(key, needed, now);
        uses.fire(new KeyUsed(key.id(), key.owner(), code, needed, now));
        return new Verification(code, key);
    }

    private static Code code(StoredKey key, @Nullable Scope needed, Instant now) {
        return switch (key.status(now)) {
            case REVOKED -> Code.REVOKED;
            case DISABLED -> Code.DISABLED;
            case EXPIRED -> Code.EXPIRED;
            case ACTIVE -> whileActive(key, needed);
        };
    }

    private static Code whileActive(StoredKey key, @Nullable Scope needed) {
        if (key.isOwnerSuspended()) {
            return Code.OWNER_SUSPENDED;
        }
        return needed == null || key.holds(needed) ? Code.VALID : Code.INSUFFICIENT_SCOPE;
    }
}
