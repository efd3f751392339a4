package org.keywarden.keys.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.ProviderKeyRevoked;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.crypto.Sealing;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/** Remembers which keys are to be revoked at their providers, and what became of it. */
@ApplicationScoped
@Retried
@Transactional
public class UpstreamRevocations {

    /**
     * What to send where.
     *
     * @param token the key, or the provider's own name for it
     * @param number which one it is, from 1
     */
    record Attempt(KeyId key, Provider provider, String token, int number) {

        /** Never the token. */
        @Override
        public String toString() {
            return "Attempt[" + key + "]";
        }
    }

    @Inject UpstreamRepository repository;
    @Inject Providers providers;
    @Inject Sealing sealing;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    /** How far those of these keys are that were revoked and came from a provider; absent for others. */
    public Map<KeyId, UpstreamState> states(Collection<KeyId> keys) {
        return repository.states(keys);
    }

    /**
     * Remembers it in the transaction that revokes the key. If it was remembered before, then somebody
     * presents the key itself by now, with which the provider can be asked again, or at last.
     */
    void remember(@Observes ProviderKeyRevoked revoked) {
        var token = revoked.raw() != null ? revoked.raw() : revoked.reference();
        var closed = token != null && canRevoke(revoked) ? seal(revoked.key(), token) : null;
        var now = clock.instant();
        repository
                .findToChange(revoked.key())
                .ifPresentOrElse(
                        known -> known.restart(closed, now),
                        () -> repository.add(new UpstreamRevocation(revoked, closed, now)));
    }

    private boolean canRevoke(ProviderKeyRevoked revoked) {
        return providers
                .find(revoked.provider())
                .filter(provider -> provider.endpoints().revocationUrl() != null)
                .isPresent();
    }

    List<KeyId> due(int most) {
        return repository.due(clock.instant(), most);
    }

    /** Begins an attempt; empty if it is not the time for one, or nothing can be sent any more. */
    Optional<Attempt> begin(KeyId key) {
        var found = repository.findToChange(key).filter(it -> it.attempt(clock.instant()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var revocation = found.get();
        var provider = providers.find(revocation.provider()).orElse(null);
        var token = open(revocation);
        if (token == null || provider == null || provider.endpoints().revocationUrl() == null) {
            end(revocation, UpstreamState.FAILED);
            return Optional.empty();
        }
        return Optional.of(new Attempt(key, provider, token, revocation.attempts()));
    }

    /** The provider did it, whichever attempt it was that it heard. */
    void complete(Attempt attempt) {
        repository
                .findToChange(attempt.key())
                .filter(it -> it.state() == UpstreamState.PENDING)
                .ifPresent(it -> end(it, UpstreamState.DONE));
    }

    /** The provider did not do it: if that was the last attempt, it ends. */
    void fail(Attempt attempt) {
        findCurrent(attempt)
                .filter(it -> it.attempts() >= UpstreamRevocation.MAX_ATTEMPTS)
                .ifPresent(it -> end(it, UpstreamState.FAILED));
    }

    /** The provider was not asked, so that this was no attempt. */
    void postpone(Attempt attempt) {
        findCurrent(attempt).ifPresent(UpstreamRevocation::postpone);
    }

    /** Empty if somebody else ended it, or began another attempt, meanwhile. */
    private Optional<UpstreamRevocation> findCurrent(Attempt attempt) {
        return repository
                .findToChange(attempt.key())
                .filter(it -> it.state() == UpstreamState.PENDING)
                .filter(it -> it.attempts() == attempt.number());
    }

    private void end(UpstreamRevocation revocation, UpstreamState outcome) {
        revocation.end(outcome);
        events.fire(new UpstreamEnded(revocation.key(), revocation.ownerId(), outcome));
    }

    private String seal(KeyId key, String token) {
        return sealing.seal(place(key), token);
    }

    private @Nullable String open(UpstreamRevocation revocation) {
        try {
            return revocation
                    .sealedToken()
                    .map(text -> sealing.open(place(revocation.key()), text))
                    .orElse(null);
        } catch (SealBrokenException e) {
            return null;
        }
    }

    private static String place(KeyId key) {
        return "upstream-revocation/" + key;
    }
}
