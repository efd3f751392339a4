package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.problem.NotFoundException;

/** Changes accounts, each change in one transaction. Passwords come hashed: that takes its time before. */
@ApplicationScoped
@Retried
@Transactional
class AccountChanges {

    @Inject AccountRepository repository;
    @Inject Guesses guesses;
    @Inject Event<DomainEvent> events;
    @Inject DatabaseFailures failures;
    @Inject Clock clock;

    /**
     * Creates an account.
     *
     * @param actor who does, or {@code null} for the system
     * @throws EmailTakenException if there is one with that address
     */
    AccountSummary create(NewUser wanted, String passwordHash, @Nullable UserId actor) {
        var account = new Account(UserId.next(), wanted, passwordHash, clock.instant());
        try {
            repository.add(account);
        } catch (PersistenceException e) {
            throw failures.meanDuplicate(e) ? new EmailTakenException() : e;
        }
        events.fire(AccountChanged.created(account.summary(), actor));
        return account.summary();
    }

    /** Creates the first account, an administrator's; empty if there is one already. */
    Optional<AccountSummary> createFirst(String email, String passwordHash) {
        return repository.isEmpty()
                ? Optional.of(
                        create(new NewUser(email, null, Role.ADMIN, null), passwordHash, null))
                : Optional.empty();
    }

    /**
     * Changes name, role or suspension.
     *
     * @throws NotFoundException if there is no such account
     * @throws LastAdministratorException if nobody could administer any more
     */
    AccountSummary change(Caller caller, UserId id, UserPatch patch) {
        if (patch.mayEndAdministration()) {
            repository.lockAdministrators(); // of two who demote each other, one comes second
        }
        var account = toChange(id);
        var before = account.summary();
        account.change(patch);
        var after = account.summary();
        if (before.isActiveAdministrator()
                && !after.isActiveAdministrator()
                && !repository.hasActiveAdministrator()) {
            throw new LastAdministratorException();
        }
        tell(caller, before, after);
        return after;
    }

    private void tell(Caller caller, AccountSummary before, AccountSummary after) {
        var changes =
                new Changes()
                        .note("name", before.name(), after.name())
                        .note("role", before.role(), after.role());
        if (!changes.isEmpty()) {
            fire(caller, after.id(), "account.updated", changes);
        }
        if (before.suspended() != after.suspended()) {
            fire(
                    caller,
                    after.id(),
                    after.suspended() ? "account.suspended" : "account.resumed",
                    new Changes().note("suspended", before.suspended(), after.suspended()));
        }
    }

    /**
     * Changes the caller's own profile.
     *
     * @throws UnauthenticatedException if there is no such account
     */
    Profile changeProfile(Caller caller, ProfileChange wish) {
        var account =
                repository
                        .findToChange(caller.user())
                        .orElseThrow(() -> new UnauthenticatedException(true));
        var before = account.profile();
        account.change(wish);
        var after = account.profile();
        tell(caller, before, after);
        return after;
    }

    private void tell(Caller caller, Profile before, Profile after) {
        var changes =
                new Changes()
                        .note("name", before.name(), after.name())
                        .note("locale", before.locale(), after.locale())
                        .note("theme", before.theme(), after.theme());
        if (!changes.isEmpty()) {
            fire(caller, after.id(), "account.updated", changes);
        }
    }

    private void fire(Caller caller, UserId user, String action, Changes changes) {
        events.fire(new AccountChanged(user, action, caller.user().value(), changes.asMap()));
    }

    /**
     * Replaces the caller's password.
     *
     * @throws CurrentPasswordWrongException if it was replaced since it was proved
     */
    void changePassword(Caller caller, Proof proof, String hash) {
        var account =
                repository
                        .findToChange(caller.user())
                        .filter(proof::holdsFor)
                        .orElseThrow(CurrentPasswordWrongException::new);
        account.replacePassword(hash);
        events.fire(new PasswordChanged(account.id(), caller.user(), caller.credentialId()));
    }

    /**
     * Replaces somebody's password, and ends a lock.
     *
     * @throws NotFoundException if there is no such account
     */
    void resetPassword(Caller caller, UserId id, String hash) {
        var account = toChange(id);
        account.replacePassword(hash);
        guesses.forgive(account.email());
        events.fire(new PasswordChanged(account.id(), caller.user(), null));
    }

    private Account toChange(UserId id) {
        return repository.findToChange(id).orElseThrow(NotFoundException::new);
    }
}
