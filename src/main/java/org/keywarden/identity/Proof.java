package org.keywarden.identity;

/**
 * Somebody has just proved who it is. It is good for as long as the account has the password that it had
 * then, also where that password was not asked for: whoever changes it means to be alone.
 */
public final class Proof {

    /** How it was proved. */
    public enum Means {
        PASSWORD,
        ISSUER
    }

    private final User user;
    private final Means means;
    private final String passwordHash;

    Proof(Account account, Means means) {
        this.user = account.toUser();
        this.means = means;
        this.passwordHash = account.passwordHash();
    }

    /** Who it is. */
    public User user() {
        return user;
    }

    public Means means() {
        return means;
    }

    /** Whether the account still has that password. */
    boolean holdsFor(Account account) {
        return account.passwordHash().equals(passwordHash);
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return "Proof[" + user.id() + "]";
    }
}
