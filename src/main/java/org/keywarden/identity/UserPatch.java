package org.keywarden.identity;

import org.keywarden.access.Role;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * The wish to change an account. What is undefined stays.
 *
 * @param name at most 100 code points; {@code null} clears it
 * @param role never {@code null}
 * @param suspended never {@code null}
 */
public record UserPatch(
        JsonNullable<String> name, JsonNullable<Role> role, JsonNullable<Boolean> suspended) {

    /** Whether it could leave an installation without an administrator. */
    boolean mayEndAdministration() {
        return (role.isPresent() && role.get() != Role.ADMIN)
                || (suspended.isPresent() && suspended.get());
    }
}
