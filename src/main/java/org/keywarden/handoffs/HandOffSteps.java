package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.keywarden.access.UserId;
import org.keywarden.exchange.ProviderKey;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.housekeeping.HousekeepingTask;
import org.keywarden.platform.log.Log;
import org.keywarden.providers.ProviderId;

/**
 * The steps of hand-offs, each a transaction. Each tells whether it was this call that did it, and is
 * audited only then.
 */
@ApplicationScoped
@Retried
@Transactional
class HandOffSteps implements HousekeepingTask {

    private static final Log LOG = Log.of(HandOffSteps.class);
    private static final int MAX_ABANDONED = 100;

    @Inject HandOffRepository repository;
    @Inject HandOffSeals seals;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    void begin(HandOff handOff, Changes noted) {
        repository.add(handOff);
        fire(handOff.id(), handOff.user(), "handoff.started", noted);
    }

    Optional<HandOff> findByLoginSession(String loginSessionId) {
        return HandOffSecrets.isLoginSessionId(loginSessionId)
                ? repository.findByLoginSession(loginSessionId)
                : Optional.empty();
    }

    Optional<HandOff> findByState(String state) {
        return repository.findByState(state);
    }

    boolean isOwnerSuspended(HandOff handOff) {
        return repository.isSuspended(handOff.user());
    }

    /** The redeemed hand-off of a user with a provider that gave out a key. */
    Optional<HandOff> findByKey(UserId user, ProviderId provider, String raw) {
        return repository.findByKey(user, provider, seals.digests(raw), clock.instant());
    }

    /** How far it is by now. */
    HandOffStatus status(HandOffId id) {
        return repository
                .find(id)
                .map(handOff -> handOff.status(clock.instant()))
                .orElse(HandOffStatus.EXPIRED);
    }

    /** The key of a complete one; one that cannot be opened fails instead. */
    Optional<Delivery> open(HandOff handOff) {
        try {
            var raw = seals.open(handOff.id(), HandOffSeals.Part.KEY, handOff.sealedKey());
            return Optional.of(Delivery.of(handOff, raw));
        } catch (SealBrokenException e) {
            LOG.warning("The key of a hand-off cannot be opened", "handOff", handOff.id());
            fail(handOff, HandOffStatus.COMPLETE);
            return Optional.empty();
        }
    }

    /** {@code PENDING → PROCESSING}: whoever does it asks the provider, and nobody else. */
    boolean claim(HandOff handOff) {
        return repository.claim(handOff.id(), clock.instant());
    }

    /** {@code PROCESSING → COMPLETE}. */
    boolean complete(HandOff handOff, ProviderKey key) {
        var sealed = seals.close(handOff.id(), HandOffSeals.Part.KEY, key.raw());
        var moved = repository.complete(handOff.id(), key, sealed, clock.instant());
        if (moved) {
            fire(handOff.id(), handOff.user(), "handoff.completed", new Changes());
        }
        return moved;
    }

    /** {@code COMPLETE → REDEEMED}: whoever does it has the key, and nobody else. */
    boolean redeem(Delivery delivery) {
        var digest = seals.digest(delivery.raw());
        var moved = repository.redeem(delivery.handOff(), digest, clock.instant());
        if (moved) {
            fire(delivery.handOff(), delivery.owner(), "handoff.redeemed", new Changes());
        }
        return moved;
    }

    /** {@code PENDING → DENIED}. */
    boolean deny(HandOff handOff) {
        return end(handOff, HandOffStatus.PENDING, HandOffStatus.DENIED);
    }

    /** {@code PENDING}, {@code PROCESSING} or {@code COMPLETE → FAILED}. */
    boolean fail(HandOff handOff, HandOffStatus from) {
        return end(handOff, from, HandOffStatus.FAILED);
    }

    /** {@code PENDING → EXPIRED}, before its time. */
    boolean cancel(HandOff handOff) {
        var moved = repository.end(handOff.id(), HandOffStatus.PENDING, HandOffStatus.EXPIRED);
        return told(handOff, "handoff.cancelled", moved);
    }

    private boolean end(HandOff handOff, HandOffStatus from, HandOffStatus to) {
        var moved = repository.end(handOff.id(), from, to);
        return told(handOff, "handoff." + to.wireName(), moved);
    }

    private boolean told(HandOff handOff, String action, boolean moved) {
        if (moved) {
            fire(handOff.id(), handOff.user(), action, new Changes());
        }
        return moved;
    }

    private void fire(HandOffId id, UserId owner, String action, Changes noted) {
        events.fire(new HandOffChanged(id, action, owner.value(), noted.asMap()));
    }

    @Override
    public void cleanUp(Instant now) {
        repository
                .abandoned(now, MAX_ABANDONED)
                .forEach(handOff -> fail(handOff, HandOffStatus.PROCESSING));
        repository.forgetExpired(now);
    }
}
