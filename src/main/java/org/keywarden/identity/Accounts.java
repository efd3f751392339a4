package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keywarden.access.AccountSuspendedException;
import org.keywarden.access.Caller;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.access.UserId;
import org.keywarden.identity.Guesses.Guess;
import org.keywarden.identity.password.Passwords;
import org.keywarden.platform.text.Texts;

/** The accounts of people: who may sign in, and with which password. */
@ApplicationScoped
@Transactional
public class Accounts {

    @Inject AccountRepository repository;
    @Inject Passwords passwords;
    @Inject Guesses guesses;
    @Inject AccountChanges changes;

    /** An account by its id. */
    public Optional<User> find(UserId id) {
        return repository.find(id).map(Account::toUser);
    }

    /** Those of some accounts that there are, by id. */
    public Map<UserId, User> byId(Collection<UserId> ids) {
        return repository.find(ids).stream()
                .map(Account::toUser)
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    /** An account by its e-mail address, in any case. */
    public Optional<User> findByEmail(String email) {
        return Texts.isPlain(email)
                ? repository.findByEmail(email).map(Account::toUser)
                : Optional.empty();
    }

    /**
     * Proves that an e-mail address and a password belong together. Takes equally long whatever is
     * wrong, and holds no connection while it hashes.
     *
     * @throws InvalidCredentialsException if they do not, or if there were too many failures
     * @throws AccountSuspendedException if they are right and the account is suspended
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Proof authenticate(String email, String password) {
        var account =
                Texts.isPlain(email) ? repository.findByEmail(email) : Optional.<Account>empty();
        var right =
                account.isPresent()
                        ? passwords.matches(password, account.get().passwordHash())
                        : passwords.matchNobody(password);
        var user = account.map(Account::id).orElse(null);
        if (!guesses.judge(new Guess(email, user, right))) {
            throw new InvalidCredentialsException();
        }
        return account.map(Accounts::unlessSuspended)
                .map(found -> new Proof(found, Proof.Means.PASSWORD))
                .orElseThrow(InvalidCredentialsException::new);
    }

    /**
     * Proves who it is by the word of an issuer, who has verified the e-mail address; empty if nobody
     * has that address here. No password is asked for, so that none can be guessed: failures to sign in
     * neither count nor stand in the way.
     *
     * @throws AccountSuspendedException if the account is suspended
     */
    public Optional<Proof> vouchFor(String verifiedEmail) {
        return Optional.of(verifiedEmail)
                .filter(Texts::isPlain)
                .flatMap(repository::findByEmail)
                .map(Accounts::unlessSuspended)
                .map(account -> new Proof(account, Proof.Means.ISSUER));
    }

    /**
     * The user of a proof, if nothing has changed since. Nobody changes the account until the
     * transaction at hand ends, so that what begins there is known to a later change.
     *
     * @throws InvalidCredentialsException if the password was changed meanwhile
     * @throws AccountSuspendedException if the account was suspended meanwhile
     */
    public User confirm(Proof proof) {
        return repository
                .findToChange(proof.user().id())
                .filter(proof::holdsFor)
                .map(Accounts::unlessSuspended)
                .orElseThrow(InvalidCredentialsException::new)
                .toUser();
    }

    private static Account unlessSuspended(Account account) {
        if (account.isSuspended()) {
            throw new AccountSuspendedException();
        }
        return account;
    }

    /**
     * Changes the caller's password; the caller's other sessions end. Wrong guesses count as
     * failures to sign in.
     *
     * @throws CurrentPasswordWrongException if it is not the current one, or after too many failures
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void changePassword(Caller caller, String current, String wanted) {
        var account =
                repository
                        .find(caller.user())
                        .orElseThrow(() -> new UnauthenticatedException(true));
        var right = passwords.matches(current, account.passwordHash());
        if (!guesses.judge(new Guess(account.email(), account.id(), right))) {
            throw new CurrentPasswordWrongException();
        }
        changes.changePassword(
                caller, new Proof(account, Proof.Means.PASSWORD), passwords.hash(wanted));
    }

    /** Creates the first administrator; empty if there is an account already. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Optional<AccountSummary> createFirst(String email, String password) {
        return repository.isEmpty()
                ? changes.createFirst(email, passwords.hash(password))
                : Optional.empty();
    }
}
