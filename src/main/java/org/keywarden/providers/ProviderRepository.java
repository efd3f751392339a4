package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads and keeps the catalogue. */
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

    List<BillingProvider> all() {
        return entities.createQuery("select p from BillingProvider p", BillingProvider.class)
                .getResultList();
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
