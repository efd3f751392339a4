package org.keywarden.access;

import java.util.Set;

/**
 * Who makes the call at hand, and with what right.
 *
 * @param user the account that acts, or that owns the key
 * @param role that account's role, now
 * @param tokenType how the caller proved it
 * @param credentialId the id of the session or of the API key
 * @param scopes what an API key carries; empty for a session, which scopes do not bind
 * @param fullAccess whether a legacy key passes every scope check
 * @param suspended whether the account may do nothing for now
 */
public record Caller(
        UserId user,
        Role role,
        TokenType tokenType,
        String credentialId,
        Set<Scope> scopes,
        boolean fullAccess,
        boolean suspended) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean isAdministrator() {
        return role == Role.ADMIN;
    }

    /** Whether scopes let this caller do what asks for {@code needed}. */
    boolean holds(Scope needed) {
        return tokenType == TokenType.SESSION_TOKEN || fullAccess || scopes.contains(needed);
    }
}
