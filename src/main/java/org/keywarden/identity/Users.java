package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.UserId;
import org.keywarden.identity.password.Passwords;
import org.keywarden.identity.password.TemporaryPasswords;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;
import org.keywarden.platform.problem.NotFoundException;

/**
 * All accounts, for administrators. Not transactional as a whole: while it hashes it holds no
 * connection.
 */
@ApplicationScoped
public class Users {

    @Inject AccountRepository repository;
    @Inject AccountChanges changes;
    @Inject Passwords passwords;
    @Inject TemporaryPasswords temporary;

    /**
     * The accounts, by e-mail address.
     *
     * @param text part of e-mail address or name, in any case, or {@code null} for all
     */
    public Page<AccountSummary> list(@Nullable String text, PageBounds bounds) {
        return repository.search(text, bounds);
    }

    /**
     * Creates an account, with a temporary password if none is given.
     *
     * @throws EmailTakenException if there is one with that address
     */
    public CreatedUser create(Caller caller, NewUser wanted) {
        if (repository.findByEmail(wanted.email()).isPresent()) {
            throw new EmailTakenException();
        }
        var given = wanted.password();
        var password = given == null ? temporary.next() : given;
        var user = changes.create(wanted, passwords.hash(password), caller.user());
        return new CreatedUser(user, given == null ? password : null);
    }

    /**
     * Changes name, role or suspension of an account.
     *
     * @throws NotFoundException if there is no such account
     * @throws LastAdministratorException if nobody could administer any more
     */
    public AccountSummary change(Caller caller, String id, UserPatch patch) {
        return changes.change(caller, parse(id), patch);
    }

    /**
     * Gives an account a temporary password, which is returned, and ends its sessions and its lock.
     *
     * @throws NotFoundException if there is no such account
     */
    public String resetPassword(Caller caller, String id) {
        var user = parse(id);
        if (repository.find(user).isEmpty()) {
            throw new NotFoundException();
        }
        var password = temporary.next();
        changes.resetPassword(caller, user, passwords.hash(password));
        return password;
    }

    private static UserId parse(String id) {
        return UserId.parse(id).orElseThrow(NotFoundException::new);
    }
}
