package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads and keeps the catalogue, and which shipped providers were ever put into it. */
@ApplicationScoped
class ProviderRepository {

    @PersistenceContext EntityManager entities;

    /** Writes at once, so that a taken slug shows here. */
    void add(BillingProvider provider) {
        entities.persist(provider);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    void remove(BillingProvider provider) {
        entities.remove(provider);
        entities.flush();
    }

    /** All of them in their order, which is ours: the database's depends on its language. */
    List<BillingProvider> all() {
        return entities.createQuery("select p from BillingProvider p", BillingProvider.class)
                .getResultStream()
                .sorted(BillingProvider.IN_ORDER)
                .toList();
    }

    /** As {@link #all()}, and nobody else changes one until this transaction ends. */
    List<BillingProvider> allToChange() {
        return entities.createQuery(
                        "select p from BillingProvider p order by p.id", BillingProvider.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .sorted(BillingProvider.IN_ORDER)
                .toList();
    }

    List<BillingProvider> all(Collection<ProviderId> ids) {
        return entities.createQuery(
                        "select p from BillingProvider p where p.id in :ids", BillingProvider.class)
                .setParameter("ids", ids.stream().map(ProviderId::value).toList())
                .getResultList();
    }

    Optional<BillingProvider> find(ProviderId id) {
        return Optional.ofNullable(entities.find(BillingProvider.class, id.value()));
    }

    Optional<BillingProvider> find(String slug) {
        return entities.createQuery(
                        "select p from BillingProvider p where p.slug = :slug",
                        BillingProvider.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** Whether this installation was ever given a shipped provider. */
    boolean wasSeeded(String slug) {
        return !entities.createNativeQuery("select slug from provider_seed where slug = ?1")
                .setParameter(1, slug)
                .getResultList()
                .isEmpty();
    }

    /** Fails if another node does the same: of two, one goes on. */
    void noteSeed(String slug, Instant at) {
        entities.createNativeQuery("insert into provider_seed (slug, seeded_at) values (?1, ?2)")
                .setParameter(1, slug)
                .setParameter(2, Timestamp.from(at))
                .executeUpdate();
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<BillingProvider> findToChange(ProviderId id) {
        return entities.createQuery(
                        "select p from BillingProvider p where p.id = :id", BillingProvider.class)
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
