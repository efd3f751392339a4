package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.keywarden.access.UserId;

/**
 * Reads and keeps accounts. Transactional by itself, since some reads come alone: outside of a
 * transaction the server's entity manager is not safe for threads.
 */
@ApplicationScoped
@Transactional
class AccountRepository {

    @PersistenceContext EntityManager entities;

    void add(Account account) {
        entities.persist(account);
        entities.flush();
    }

    boolean isEmpty() {
        return entities.createQuery("select a.id from Account a", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<Account> find(UserId id) {
        return Optional.ofNullable(entities.find(Account.class, id.value()));
    }

    Optional<Account> findByEmail(String email) {
        return entities.createQuery(
                        "select a from Account a where a.emailKey = :key", Account.class)
                .setParameter("key", Account.key(email))
                .getResultStream()
                .findFirst();
    }
}
