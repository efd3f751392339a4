package org.keywarden.identity;

import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.UserId;

/**
 * An account as others may see it.
 *
 * @param id {@code usr_…}
 * @param email as it was typed; it is unique without regard to case
 * @param name or {@code null} if none was given
 * @param role what the account may do
 * @param locale a language tag, or {@code null} for the browser's choice
 */
public record User(
        UserId id, String email, @Nullable String name, Role role, @Nullable String locale) {}
