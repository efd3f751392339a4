package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keywarden.access.UserId;

/** Reads and keeps sessions; every query of an owner's names the owner. */
@ApplicationScoped
class SessionRepository {

    @PersistenceContext EntityManager entities;

    void add(Session session) {
        entities.persist(session);
    }

    /** Whether there is, or was, a session of that id. */
    boolean isKnown(String id) {
        return entities.find(Session.class, id) != null;
    }

    /** The sessions of an account that are neither ended nor expired, the newest first. */
    List<Session> current(UserId account, Instant now) {
        return ofAccount(account, now).getResultList();
    }

    /** As {@link #current}, and nobody else changes them until this transaction ends. */
    List<Session> currentToChange(UserId account, Instant now) {
        return ofAccount(account, now).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Session> ofAccount(UserId account, Instant now) {
        return entities.createQuery(
                        """
                        select s from Session s
                        where s.accountId = :account and s.endedAt is null and s.expiresAt > :now
                        order by s.id desc
                        """,
                        Session.class)
                .setParameter("account", account.value())
                .setParameter("now", now);
    }

    /** Nobody else changes this session until this transaction ends. */
    Optional<Session> findToChange(UserId account, String id) {
        return entities.createQuery(
                        "select s from Session s where s.accountId = :account and s.id = :id",
                        Session.class)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Notes a use, unless one was noted less than a pace before; another node may have done so. */
    void recordUse(String id, Instant at, Duration pace) {
        entities.createNativeQuery(
                        """
                        update auth_session set last_used_at = ?1
                        where id = ?2 and last_used_at <= ?3
                        """)
                .setParameter(1, Timestamp.from(at))
                .setParameter(2, id)
                .setParameter(3, Timestamp.from(at.minus(pace)))
                .executeUpdate();
    }

    /** Forgets the sessions that were over before then. */
    void forgetOver(Instant horizon) {
        entities.createQuery(
                        "delete from Session s where s.expiresAt < :horizon or s.endedAt < :horizon")
                .setParameter("horizon", horizon)
                .executeUpdate();
    }
}
