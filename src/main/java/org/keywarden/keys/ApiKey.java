package org.keywarden.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.keys.secret.NewSecret;
import org.keywarden.projects.ProjectId;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;

/** A key as the database knows it: never the key itself, only its digest. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id private String id;

    @Version private int version;

    @Column(name = "owner_id")
    private String ownerId;

    @Column(name = "project_id")
    private @Nullable String projectId;

    private @Nullable String label;
    private @Nullable String description;
    private String scopes;

    @Column(name = "legacy_full_access")
    private boolean legacyFullAccess;

    @Column(name = "key_prefix")
    private String keyPrefix;

    // Label and prefix in lower case, kept by the database; for searches only.
    @Column(name = "search_text", insertable = false, updatable = false)
    private @Nullable String searchText;

    @Column(name = "key_digest")
    private String keyDigest;

    @Column(name = "key_hash")
    private @Nullable String keyHash;

    @Embedded private @Nullable Provenance provenance;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "replaced_by")
    private @Nullable String replacedBy;

    // Written by statement in batches, so that a busy key has no version conflicts.
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {} // for JPA

    ApiKey(
            UserId owner,
            @Nullable ProjectId project,
            KeySettings settings,
            NewSecret secret,
            Instant createdAt) {
        this.id = KeyId.next().value();
        this.ownerId = owner.value();
        this.projectId = project == null ? null : project.value();
        this.keyPrefix = secret.prefix();
        this.keyDigest = secret.digest();
        this.keyHash = secret.hash();
        this.createdAt = createdAt;
        apply(settings);
    }

    KeyId id() {
        return new KeyId(id);
    }

    UserId owner() {
        return new UserId(ownerId);
    }

    Optional<ProjectId> project() {
        return Optional.ofNullable(projectId).map(ProjectId::new);
    }

    /** Where it came from; empty for a native or imported key. */
    Optional<Provenance> provenance() {
        return Optional.ofNullable(provenance);
    }

    /** Who issued it; empty for a native or imported key. */
    Optional<ProviderId> issuer() {
        return provenance().map(Provenance::provider);
    }

    KeySettings settings() {
        return new KeySettings(label, description, Scope.parse(scopes), expiresAt);
    }

    /**
     * The key as its owner may see it.
     *
     * @param project the one that {@link #project()} names, or {@code null}
     * @param provider the one that {@link #provenance()} names, or {@code null}
     */
    KeySummary summary(@Nullable ProjectSummary project, @Nullable Provider provider, Instant now) {
        return new KeySummary(
                id(),
                label,
                description,
                project,
                provider,
                Scope.parse(scopes).stream().toList(),
                legacyFullAccess,
                keyPrefix,
                status(now),
                createdAt,
                lastUsedAt,
                expiresAt,
                revokedAt,
                replacedBy == null ? null : new KeyId(replacedBy));
    }

    KeyStatus status(Instant now) {
        return KeyStatus.of(revokedAt, disabledAt, expiresAt, now);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isReplaced() {
        return replacedBy != null;
    }

    /** Names who issued it. */
    void cameFrom(Provenance provenance) {
        this.provenance = provenance;
    }

    /** What its provider is to know of its being revoked; empty for a key without one. */
    Optional<ProviderKeyRevoked> revocation(UserId actor, @Nullable String raw) {
        return provenance().map(origin -> ProviderKeyRevoked.by(actor, this, origin, raw));
    }

    /** Takes new settings. Saying anything about scopes ends legacy access; the caller decides that. */
    final void apply(KeySettings settings) {
        label = settings.label();
        description = settings.description();
        scopes = Scope.format(settings.scopes());
        expiresAt = settings.expiresAt();
    }

    /** Makes its scopes count; returns {@code false} if they did before. */
    boolean endLegacyAccess() {
        var ended = legacyFullAccess;
        legacyFullAccess = false;
        return ended;
    }

    /** Returns {@code false} if it was disabled before, and then changes nothing. */
    boolean disable(Instant at) {
        if (disabledAt != null) {
            return false;
        }
        disabledAt = at;
        return true;
    }

    /** Returns {@code false} if it was not disabled. */
    boolean enable() {
        if (disabledAt == null) {
            return false;
        }
        disabledAt = null;
        return true;
    }

    /** Revokes it for good; returns {@code false} if it was before, and then changes nothing. */
    boolean revoke(Instant at) {
        if (isRevoked()) {
            return false;
        }
        revokedAt = at;
        return true;
    }

    /** Names its successor. Without grace it is revoked, else it expires then, unless sooner. */
    void replace(KeyId successor, Instant now, long graceSeconds) {
        replacedBy = successor.value();
        if (graceSeconds == 0) {
            revokedAt = now;
            return;
        }
        var end = now.plusSeconds(graceSeconds);
        if (expiresAt == null || end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    /** A new key that may do the same for as long. */
    ApiKey successor(NewSecret secret, Instant now) {
        var successor = new ApiKey(owner(), project().orElse(null), settings(), secret, now);
        successor.legacyFullAccess = legacyFullAccess;
        return successor;
    }

    /** Takes it out of its project, which is about to go. */
    void leaveProject() {
        projectId = null;
    }
}
