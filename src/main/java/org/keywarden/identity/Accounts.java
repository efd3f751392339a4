package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.keywarden.access.AccountSuspendedException;
import org.keywarden.access.Role;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.text.Texts;

/** The accounts of people. */
@ApplicationScoped
@Transactional
public class Accounts {

    @Inject AccountRepository repository;
    @Inject Passwords passwords;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    /** An account by its id. */
    public Optional<User> find(UserId id) {
        return repository.find(id).map(Account::toUser);
    }

    /**
     * The account that an e-mail address and a password belong to. Takes equally long whatever is
     * wrong, and holds no connection while it hashes.
     *
     * @throws InvalidCredentialsException if they belong to none
     * @throws AccountSuspendedException if they are right and the account is suspended
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public User authenticate(String email, String password) {
        var account =
                Texts.isPlain(email) ? repository.findByEmail(email) : Optional.<Account>empty();
        if (account.isEmpty()) {
            passwords.matchNobody(password);
            throw new InvalidCredentialsException();
        }
        if (!passwords.matches(password, account.get().passwordHash())) {
            throw new InvalidCredentialsException();
        }
        if (account.get().isSuspended()) {
            throw new AccountSuspendedException();
        }
        return account.get().toUser();
    }

    /** Creates the first administrator; empty if there is an account already. */
    Optional<User> createFirst(String email, String password) {
        if (!repository.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var account = new Account(UserId.next(), email, Role.ADMIN, passwords.hash(password), now);
        repository.add(account);
        events.fire(new AccountCreated(account.id(), email, Role.ADMIN));
        return Optional.of(account.toUser());
    }
}
