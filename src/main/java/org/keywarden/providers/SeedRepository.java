package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** Remembers which shipped providers this installation was ever given. */
@ApplicationScoped
class SeedRepository {

    @PersistenceContext EntityManager entities;

    boolean contains(String slug) {
        return !entities.createNativeQuery("select slug from provider_seed where slug = ?1")
                .setParameter(1, slug)
                .getResultList()
                .isEmpty();
    }

    /** Fails if another node does the same: of two, one goes on. */
    void add(String slug, Instant at) {
        entities.createNativeQuery("insert into provider_seed (slug, seeded_at) values (?1, ?2)")
                .setParameter(1, slug)
                .setParameter(2, Timestamp.from(at))
                .executeUpdate();
    }
}
