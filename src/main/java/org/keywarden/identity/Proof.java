package org.keywarden.identity;

/** Somebody has just proved who it is, with the password that the account had then. */
public final class Proof {

    private final User user;
    private final String passwordHash;

    Proof(Account account) {
        this.user = account.toUser();
        this.passwordHash = account.passwordHash();
    }

    /** Who it is. */
    public User user() {
        return user;
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
