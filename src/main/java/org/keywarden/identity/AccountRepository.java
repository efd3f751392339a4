package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.UserId;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;

/**
 * Reads and keeps accounts. Transactional by itself, since some reads come alone: outside of a
 * transaction the server's entity manager is not safe for threads.
 */
@ApplicationScoped
@Transactional
class AccountRepository {

    private static final String MATCHING =
            """
             from Account a
            where a.emailKey like :pattern escape '!' or lower(a.name) like :pattern escape '!'
            """;

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

    List<Account> find(Collection<UserId> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select a from Account a where a.id in :ids", Account.class)
                        .setParameter("ids", ids.stream().map(UserId::value).toList())
                        .getResultList();
    }

    Optional<Account> findByEmail(String email) {
        return entities.createQuery(
                        "select a from Account a where a.emailKey = :key", Account.class)
                .setParameter("key", Account.key(email))
                .getResultStream()
                .findFirst();
    }

    /** Nobody else changes this account until this transaction ends. */
    Optional<Account> findToChange(UserId id) {
        return entities.createQuery("select a from Account a where a.id = :id", Account.class)
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Nobody else changes any administrator until this transaction ends. */
    void lockAdministrators() {
        entities.createQuery(
                        "select a from Account a where a.role = :role order by a.id", Account.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Whether there is an administrator who is not suspended. */
    boolean hasActiveAdministrator() {
        return !entities.createQuery(
                        """
                        select a.id from Account a where a.role = :role and a.suspended = false
                        """,
                        String.class)
                .setParameter("role", Role.ADMIN)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The accounts with that text in e-mail address or name, in any case, by e-mail address. */
    Page<AccountSummary> search(@Nullable String text, PageBounds bounds) {
        var pattern = pattern(text == null ? "" : text);
        long total =
                entities.createQuery("select count(a)" + MATCHING, Long.class)
                        .setParameter("pattern", pattern)
                        .getSingleResult();
        if (bounds.offset() >= total) {
            return new Page<>(List.of(), bounds, total);
        }
        var rows =
                entities.createQuery("select a" + MATCHING + " order by a.emailKey", Account.class)
                        .setParameter("pattern", pattern)
                        .setFirstResult((int) bounds.offset())
                        .setMaxResults(bounds.size())
                        .getResultStream()
                        .map(Account::summary)
                        .toList();
        return new Page<>(rows, bounds, total);
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
