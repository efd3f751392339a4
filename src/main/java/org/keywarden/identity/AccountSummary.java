package org.keywarden.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.UserId;

/**
 * An account as administrators see it.
 *
 * @param id {@code usr_…}
 * @param email as it was typed; it is unique without regard to case
 * @param name or {@code null} if none was given
 * @param role what the account may do
 * @param suspended whether it may do nothing for now
 * @param createdAt UTC, milliseconds
 */
public record AccountSummary(
        UserId id,
        String email,
        @Nullable String name,
        Role role,
        boolean suspended,
        Instant createdAt) {

    /** Whether it can administer now. */
    boolean isActiveAdministrator() {
        return role == Role.ADMIN && !suspended;
    }
}
