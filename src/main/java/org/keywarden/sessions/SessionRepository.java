package org.keywarden.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Reads and keeps sessions. */
@ApplicationScoped
class SessionRepository {

    @PersistenceContext EntityManager entities;

    void add(Session session) {
        entities.persist(session);
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(entities.find(Session.class, id));
    }
}
