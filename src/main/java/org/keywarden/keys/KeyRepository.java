package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.projects.ProjectId;
import org.keywarden.providers.ProviderId;

/** Reads and keeps keys; every query of an owner's names the owner. */
@ApplicationScoped
class KeyRepository {

    @PersistenceContext EntityManager entities;

    void add(ApiKey key) {
        entities.persist(key);
        entities.flush();
    }

    Optional<ApiKey> find(UserId owner, KeyId id) {
        return entities.createQuery(
                        "select k from ApiKey k where k.ownerId = :owner and k.id = :id",
                        ApiKey.class)
                .setParameter("owner", owner.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<ApiKey> findToChange(UserId owner, KeyId id) {
        return entities.createQuery(
                        "select k from ApiKey k where k.ownerId = :owner and k.id = :id",
                        ApiKey.class)
                .setParameter("owner", owner.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    List<ApiKey> find(UserId owner, Collection<KeyId> ids) {
        return entities.createQuery(
                        "select k from ApiKey k where k.ownerId = :owner and k.id in :ids",
                        ApiKey.class)
                .setParameter("owner", owner.value())
                .setParameter("ids", ids.stream().map(KeyId::value).toList())
                .getResultList();
    }

    List<ApiKey> findToChange(ProjectId project) {
        return entities.createQuery(
                        "select k from ApiKey k where k.projectId = :project order by k.id",
                        ApiKey.class)
                .setParameter("project", project.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** These keys, whoever owns them; nobody else changes them until this transaction ends. */
    List<ApiKey> findToChange(Collection<KeyId> ids) {
        return entities.createQuery(
                        "select k from ApiKey k where k.id in :ids order by k.id", ApiKey.class)
                .setParameter("ids", ids.stream().map(KeyId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The ids of legacy keys, in their order, after one of them or from the first. */
    List<KeyId> legacyAfter(@Nullable KeyId last, int most) {
        return entities.createQuery(
                        """
                        select k.id from ApiKey k
                        where k.legacyFullAccess = true and k.id > :last order by k.id
                        """,
                        String.class)
                .setParameter("last", last == null ? "" : last.value())
                .setMaxResults(most)
                .getResultStream()
                .map(KeyId::new)
                .toList();
    }

    long countLegacy() {
        return entities.createQuery(
                        "select count(k) from ApiKey k where k.legacyFullAccess = true", Long.class)
                .getSingleResult();
    }

    boolean anyNotRevoked(ProjectId project) {
        return !entities.createQuery(
                        """
                        select k.id from ApiKey k
                        where k.projectId = :project and k.revokedAt is null
                        """,
                        String.class)
                .setParameter("project", project.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Map<ProjectId, Long> count(Collection<ProjectId> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        """
                        select k.projectId, count(k) from ApiKey k
                        where k.projectId in :projects group by k.projectId
                        """,
                        Object[].class)
                .setParameter("projects", projects.stream().map(ProjectId::value).toList())
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                row -> new ProjectId((String) row[0]), row -> (Long) row[1]));
    }

    /** Whether a provider issued any key, be it revoked. */
    boolean anyOf(ProviderId provider) {
        return !entities.createQuery(
                        "select k.id from ApiKey k where k.provenance.providerId = :provider",
                        String.class)
                .setParameter("provider", provider.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether a key is stored under any of these digests. */
    boolean anyStoredUnder(Collection<String> digests) {
        return !entities.createQuery(
                        "select k.id from ApiKey k where k.keyDigest in :digests", String.class)
                .setParameter("digests", digests)
                .getResultList()
                .isEmpty();
    }

    /** Changes nothing if another key has that digest: the same key, imported twice. */
    void replaceDigest(KeyId id, String renewed) {
        entities.createQuery(
                        """
                        update ApiKey k set k.keyDigest = :renewed
                        where k.id = :id
                            and not exists (select o.id from ApiKey o where o.keyDigest = :renewed)
                        """)
                .setParameter("renewed", renewed)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Only ever moves forward, however late a batch comes. */
    void recordUse(KeyUse use) {
        entities.createNativeQuery(
                        """
                        update api_key set last_used_at = ?1
                        where id = ?2 and (last_used_at is null or last_used_at < ?1)
                        """)
                .setParameter(1, Timestamp.from(use.at()))
                .setParameter(2, use.key().value())
                .executeUpdate();
        var day = Date.valueOf(use.at().atZone(ZoneOffset.UTC).toLocalDate());
        use.asked().stream().sorted().forEach(scope -> recordAsked(use.key(), scope, day));
    }

    /** Writes once a day. */
    private void recordAsked(KeyId id, Scope scope, Date day) {
        var column = scope.wireName() + "_asked_on";
        entities.createNativeQuery(
                        """
                        update api_key set %1$s = ?1
                        where id = ?2 and (%1$s is null or %1$s < ?1)
                        """
                                .formatted(column))
                .setParameter(1, day)
                .setParameter(2, id.value())
                .executeUpdate();
    }
}
