package org.keywarden.identity;

import org.jspecify.annotations.Nullable;

/**
 * A new account.
 *
 * @param user what it is
 * @param temporaryPassword to sign in with, shown this once; {@code null} if one was given
 */
public record CreatedUser(AccountSummary user, @Nullable String temporaryPassword) {

    /** Never the password. */
    @Override
    public String toString() {
        return "CreatedUser[" + user.id() + "]";
    }
}
