package org.keywarden.keys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.providers.Provider;

/**
 * A key as its owner may see it: neither the key nor its digest.
 *
 * @param id {@code key_…}
 * @param label or {@code null}
 * @param description or {@code null}
 * @param project where it belongs, or {@code null} once that project was deleted
 * @param provider who issued it, enabled or not, or {@code null} for a key that no provider issued
 * @param scopes what it may do, in the order read, write, update, delete
 * @param legacyFullAccess whether it passes every scope check
 * @param keyPrefix its beginning, to recognise it by
 * @param status at the time of reading
 * @param createdAt UTC, milliseconds
 * @param lastUsedAt or {@code null}; may lag by seconds
 * @param expiresAt or {@code null} for never
 * @param revokedAt or {@code null}
 * @param replacedBy the key that a rotation made, or {@code null}
 */
public record KeySummary(
        KeyId id,
        @Nullable String label,
        @Nullable String description,
        @Nullable ProjectSummary project,
        @Nullable Provider provider,
        List<Scope> scopes,
        boolean legacyFullAccess,
        String keyPrefix,
        KeyStatus status,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable KeyId replacedBy) {

    public KeySummary {
        scopes = List.copyOf(scopes);
    }

    /** What people call it: the label, else the prefix. */
    public String name() {
        return label == null ? keyPrefix : label;
    }

    /** Whether no scope check can refuse it. */
    public boolean hasFullAccess() {
        return legacyFullAccess || scopes.size() == Scope.values().length;
    }

    /** Whether it can be rotated: it is ours, in use, and has no successor. */
    public boolean isRotatable() {
        return provider == null && replacedBy == null && status == KeyStatus.ACTIVE;
    }
}
