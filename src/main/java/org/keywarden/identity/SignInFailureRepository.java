package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Reads and keeps failures to sign in. */
@ApplicationScoped
class SignInFailureRepository {

    /** As many as the table of turns has rows. */
    private static final int TURNS = 16;

    @PersistenceContext EntityManager entities;

    /** Nobody else judges a guess at this subject until this transaction ends, on any node. */
    void awaitTurn(String subject) {
        entities.createNativeQuery("select slot from sign_in_turn where slot = ?1 for update")
                .setParameter(1, Math.floorMod(subject.hashCode(), TURNS))
                .getSingleResult();
    }

    SignInFailures of(String subject) {
        return new SignInFailures(
                entities.createQuery(
                                "select f from SignInFailure f where f.subject = :subject",
                                SignInFailure.class)
                        .setParameter("subject", subject)
                        .getResultStream()
                        .map(SignInFailure::at)
                        .toList());
    }

    void add(String subject, Instant at) {
        entities.persist(new SignInFailure(subject, at));
    }

    /** Forgets all failures of a subject. */
    void forget(String subject) {
        entities.createQuery("delete from SignInFailure f where f.subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** Forgets those failures of a subject that are older. */
    void forget(String subject, Instant horizon) {
        entities.createQuery(
                        "delete from SignInFailure f where f.subject = :subject and f.at < :horizon")
                .setParameter("subject", subject)
                .setParameter("horizon", horizon)
                .executeUpdate();
    }

    /** Forgets everybody's failures that are older. */
    void forgetAll(Instant horizon) {
        entities.createQuery("delete from SignInFailure f where f.at < :horizon")
                .setParameter("horizon", horizon)
                .executeUpdate();
    }
}
