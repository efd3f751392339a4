package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keywarden.access.UserId;
import org.keywarden.exchange.ProviderKey;
import org.keywarden.platform.crypto.Sha256;
import org.keywarden.providers.ProviderId;

/**
 * Reads hand-offs and moves them on. Each move is one conditional update, which tells whether this was the
 * one that moved it; each also wipes what no later step needs.
 */
@ApplicationScoped
class HandOffRepository {

    @PersistenceContext EntityManager entities;

    void add(HandOff handOff) {
        entities.persist(handOff);
    }

    Optional<HandOff> find(HandOffId id) {
        return Optional.ofNullable(entities.find(HandOff.class, id.value()));
    }

    Optional<HandOff> findByLoginSession(String loginSessionId) {
        return find("sessionDigest", loginSessionId);
    }

    Optional<HandOff> findByState(String state) {
        return find("stateDigest", state);
    }

    private Optional<HandOff> find(String digest, String secret) {
        return entities.createQuery(
                        "select h from HandOff h where h.%s = :digest".formatted(digest),
                        HandOff.class)
                .setParameter("digest", Sha256.hex(secret))
                .getResultStream()
                .findFirst();
    }

    /** The redeemed hand-off of a user with a provider that gave out a key of one of these digests. */
    Optional<HandOff> findByKey(
            UserId user, ProviderId provider, List<String> keyDigests, Instant now) {
        return entities.createQuery(
                        """
                        select h from HandOff h
                        where h.userId = :user and h.providerId = :provider
                            and h.keyDigest in :digests and h.expiresAt > :now
                        """,
                        HandOff.class)
                .setParameter("user", user.value())
                .setParameter("provider", provider.value())
                .setParameter("digests", keyDigests)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /** Whether a provider has been asked for a key, or has given one, that its user can still get. */
    boolean anyKeyOf(ProviderId provider, Instant now) {
        return !entities.createQuery(
                        """
                        select h.id from HandOff h
                        where h.providerId = :provider and h.expiresAt > :now
                            and (h.status = :complete
                                or h.status = :processing and h.claimedAt > :oldest)
                        """,
                        String.class)
                .setParameter("provider", provider.value())
                .setParameter("now", now)
                .setParameter("complete", HandOffStatus.COMPLETE)
                .setParameter("processing", HandOffStatus.PROCESSING)
                .setParameter("oldest", now.minus(HandOff.EXCHANGE_LIMIT))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    boolean claim(HandOffId id, Instant now) {
        return moved(
                entities.createQuery(
                                """
                                update HandOff h
                                set h.status = :to, h.claimedAt = :now,
                                    h.sealedAuthUrl = null, h.sealedVerifier = null
                                where h.id = :id and h.status = :from and h.expiresAt > :now
                                """)
                        .setParameter("from", HandOffStatus.PENDING)
                        .setParameter("to", HandOffStatus.PROCESSING)
                        .setParameter("now", now),
                id);
    }

    boolean complete(HandOffId id, ProviderKey key, String sealedKey, Instant now) {
        return moved(
                entities.createQuery(
                                """
                                update HandOff h
                                set h.status = :to, h.sealedKey = :key,
                                    h.providerUserId = :user, h.providerReference = :reference
                                where h.id = :id and h.status = :from
                                    and h.expiresAt > :now and h.claimedAt > :oldest
                                """)
                        .setParameter("from", HandOffStatus.PROCESSING)
                        .setParameter("to", HandOffStatus.COMPLETE)
                        .setParameter("key", sealedKey)
                        .setParameter("user", key.userId())
                        .setParameter("reference", key.reference())
                        .setParameter("now", now)
                        .setParameter("oldest", now.minus(HandOff.EXCHANGE_LIMIT)),
                id);
    }

    boolean redeem(HandOffId id, String keyDigest, Instant now) {
        return moved(
                entities.createQuery(
                                """
                                update HandOff h
                                set h.status = :to, h.sealedKey = null, h.keyDigest = :digest
                                where h.id = :id and h.status = :from and h.expiresAt > :now
                                """)
                        .setParameter("from", HandOffStatus.COMPLETE)
                        .setParameter("to", HandOffStatus.REDEEMED)
                        .setParameter("digest", keyDigest)
                        .setParameter("now", now),
                id);
    }

    /** Those whose node died while it asked the provider. */
    List<HandOff> abandoned(Instant now, int most) {
        return entities.createQuery(
                        """
                        select h from HandOff h
                        where h.status = :processing and h.claimedAt <= :oldest
                        """,
                        HandOff.class)
                .setParameter("processing", HandOffStatus.PROCESSING)
                .setParameter("oldest", now.minus(HandOff.EXCHANGE_LIMIT))
                .setMaxResults(most)
                .getResultList();
    }

    /** What the accounts' own module publishes of them. */
    boolean isSuspended(UserId user) {
        return !entities.createNativeQuery(
                        "select id from account_standing where id = ?1 and suspended = true")
                .setParameter(1, user.value())
                .getResultList()
                .isEmpty();
    }

    /** Ends it without a key. */
    boolean end(HandOffId id, HandOffStatus from, HandOffStatus to) {
        return moved(
                entities.createQuery(
                                """
                                update HandOff h
                                set h.status = :to, h.sealedKey = null,
                                    h.sealedAuthUrl = null, h.sealedVerifier = null
                                where h.id = :id and h.status = :from
                                """)
                        .setParameter("from", from)
                        .setParameter("to", to),
                id);
    }

    private static boolean moved(Query update, HandOffId id) {
        return update.setParameter("id", id.value()).executeUpdate() == 1;
    }

    /** Forgets those that expired before then; returns how many. */
    int forgetExpired(Instant horizon) {
        return entities.createQuery("delete from HandOff h where h.expiresAt <= :horizon")
                .setParameter("horizon", horizon)
                .executeUpdate();
    }
}
