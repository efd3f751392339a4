package org.keywarden.identity;

import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.UserId;

/**
 * An account as its owner sees it.
 *
 * @param id {@code usr_…}
 * @param email as it was typed
 * @param name or {@code null} if none was given
 * @param role what the account may do
 * @param locale the tag of one of the pages' languages, or {@code null} for the browser's choice
 * @param theme how the pages look
 */
public record Profile(
        UserId id,
        String email,
        @Nullable String name,
        Role role,
        @Nullable String locale,
        Theme theme) {}
