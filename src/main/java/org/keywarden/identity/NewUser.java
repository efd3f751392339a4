package org.keywarden.identity;

import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;

/**
 * The wish for an account.
 *
 * @param email trimmed, plausible
 * @param name at most 100 code points, or {@code null} for none
 * @param role what it may do
 * @param password 12–200 code points, or {@code null} for a temporary one
 */
public record NewUser(String email, @Nullable String name, Role role, @Nullable String password) {

    /** Never the password. */
    @Override
    public String toString() {
        return "NewUser[" + email + "]";
    }
}
