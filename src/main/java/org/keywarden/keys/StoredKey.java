package org.keywarden.keys;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.projects.ProjectId;

/** What verification needs of a key, read in one statement. */
public final class StoredKey {

    private final KeyId id;
    private final UserId owner;
    private final @Nullable ProjectId project;
    private final @Nullable String label;
    private final Set<Scope> scopes;
    private final boolean legacyFullAccess;
    private final String digest;
    private boolean outdated;
    private final @Nullable Instant disabledAt;
    private final @Nullable Instant expiresAt;
    private final @Nullable Instant revokedAt;

    /** For the query. */
    public StoredKey(
            String id,
            String ownerId,
            @Nullable String projectId,
            @Nullable String label,
            String scopes,
            boolean legacyFullAccess,
            String digest,
            @Nullable Instant disabledAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        this.id = new KeyId(id);
        this.owner = new UserId(ownerId);
        this.project = projectId == null ? null : new ProjectId(projectId);
        this.label = label;
        this.scopes = Scope.parse(scopes);
        this.legacyFullAccess = legacyFullAccess;
        this.digest = digest;
        this.disabledAt = disabledAt;
        this.expiresAt = expiresAt;
        this.revokedAt = revokedAt;
    }

    public KeyId id() {
        return id;
    }

    public UserId owner() {
        return owner;
    }

    /** {@code null} once its project was deleted. */
    public @Nullable ProjectId project() {
        return project;
    }

    /** {@code null} if it has none. */
    public @Nullable String label() {
        return label;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public boolean legacyFullAccess() {
        return legacyFullAccess;
    }

    /** {@code null} for never. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    String digest() {
        return digest;
    }

    /** Compares with what the newest pepper makes of the key; returns this. */
    StoredKey newestDigest(String newest) {
        outdated = !digest.equals(newest);
        return this;
    }

    /** Whether it is still stored under a retired pepper. */
    public boolean isOutdated() {
        return outdated;
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
