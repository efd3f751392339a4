package org.keywarden.keys;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.projects.ProjectId;

/**
 * What verification needs of a key, read in one statement.
 *
 * @param id {@code key_…}
 * @param owner whose key it is
 * @param ownerRole what its owner may do
 * @param isOwnerSuspended whether its owner may do nothing for now
 * @param project where it belongs, or {@code null} once that project was deleted
 * @param label or {@code null}
 * @param scopes what it may do
 * @param legacyFullAccess whether it passes every scope check
 * @param disabledAt or {@code null}
 * @param expiresAt or {@code null} for never
 * @param revokedAt or {@code null}
 * @param isOutdated whether its digest was made with a retired pepper, or by another system
 */
public record StoredKey(
        KeyId id,
        UserId owner,
        Role ownerRole,
        boolean isOwnerSuspended,
        @Nullable ProjectId project,
        @Nullable String label,
        Set<Scope> scopes,
        boolean legacyFullAccess,
        @Nullable Instant disabledAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        boolean isOutdated) {

    public StoredKey {
        scopes = Set.copyOf(scopes);
    }

    /** What became of it until now. */
    public KeyStatus status(Instant now) {
        return KeyStatus.of(revokedAt, disabledAt, expiresAt, now);
    }

    /** Whether it may do what asks for a scope. */
    public boolean holds(Scope scope) {
        return legacyFullAccess || scopes.contains(scope);
    }
}
