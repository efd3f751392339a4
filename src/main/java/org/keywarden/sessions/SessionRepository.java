package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    @Inject IdleLimit idle;

    void add(Session session) {
        entities.persist(session);
    }

    /** Whether there is, or was, a session of that id. */
    boolean isKnown(String id) {
        return entities.find(Session.class, id) != null;
    }

    /** The sessions of an account that are not over, the newest first. */
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
                            and (s.kind <> :browser or s.lastUsedAt > :horizon)
                        order by s.id desc
                        """,
                        Session.class)
                .setParameter("account", account.value())
                .setParameter("now", now)
                .setParameter("browser", SessionKind.BROWSER)
                .setParameter("horizon", idle.horizon(now));
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

    /** Browsers' sessions that are not over but for their last use, at most so many. */
    List<Session> unused(Instant now, int most) {
        return entities.createQuery(
                        """
                        select s from Session s
                        where s.kind = :browser and s.lastUsedAt <= :horizon
                            and s.endedAt is null and s.expiresAt > :now
                        """,
                        Session.class)
                .setParameter("browser", SessionKind.BROWSER)
                .setParameter("horizon", idle.horizon(now))
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Ends a session for good, unless it has ended or was used meanwhile; returns whether. */
    boolean endUnused(String id, Instant now) {
        return entities.createNativeQuery(
                                """
                                update auth_session set ended_at = ?1
                                where id = ?2 and ended_at is null and last_used_at <= ?3
                                """)
                        .setParameter(1, Timestamp.from(now))
                        .setParameter(2, id)
                        .setParameter(3, Timestamp.from(idle.horizon(now)))
                        .executeUpdate()
                == 1;
    }

    /** Forgets the sessions that were over before then. */
    void forgetOver(Instant horizon) {
        entities.createQuery(
                        "delete from Session s where s.expiresAt < :horizon or s.endedAt < :horizon")
                .setParameter("horizon", horizon)
                .executeUpdate();
    }
}
