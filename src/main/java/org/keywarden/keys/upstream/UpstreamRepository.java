package org.keywarden.keys.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keywarden.keys.KeyId;

/** Reads and keeps revocations at providers. */
@ApplicationScoped
class UpstreamRepository {

    @PersistenceContext EntityManager entities;

    void add(UpstreamRevocation revocation) {
        entities.persist(revocation);
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<UpstreamRevocation> findToChange(KeyId key) {
        return Optional.ofNullable(
                entities.find(
                        UpstreamRevocation.class, key.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Map<KeyId, UpstreamState> states(Collection<KeyId> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select r from UpstreamRevocation r where r.keyId in :keys",
                        UpstreamRevocation.class)
                .setParameter("keys", keys.stream().map(KeyId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(UpstreamRevocation::key, UpstreamRevocation::state));
    }

    /** Those whose time for an attempt has come, the longest due first. */
    List<KeyId> due(Instant now, int most) {
        return entities.createQuery(
                        """
                        select r.keyId from UpstreamRevocation r
                        where r.state = :pending and r.nextAttemptAt <= :now
                        order by r.nextAttemptAt
                        """,
                        String.class)
                .setParameter("pending", UpstreamState.PENDING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(KeyId::new)
                .toList();
    }
}
