package org.keywarden.keys.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.upstream.UpstreamState;
import org.keywarden.projects.ProjectId;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;

/** A key on the wire. What it does not have is there as {@code null}. */
public record KeyView(
        KeyId id,
        @Nullable String label,
        @Nullable String description,
        @Nullable ProjectRef project,
        @Nullable ProviderRef billingProvider,
        @Nullable String modelName,
        @Nullable String gatewayName,
        List<Scope> scopes,
        boolean legacyFullAccess,
        String keyPrefix,
        KeyStatus status,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable KeyId replacedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UpstreamState providerRevocation) {

    /** The project of a key. */
    public record ProjectRef(
            ProjectId id, String name, @JsonProperty("isDefault") boolean isDefault) {

        static @Nullable ProjectRef of(@Nullable ProjectSummary project) {
            return project == null
                    ? null
                    : new ProjectRef(project.id(), project.name(), project.isDefault());
        }
    }

    /** The provider that a key came from; none for a native key. */
    public record ProviderRef(ProviderId id, String slug, String displayName) {

        static @Nullable ProviderRef of(@Nullable Provider provider) {
            return provider == null
                    ? null
                    : new ProviderRef(provider.id(), provider.slug(), provider.displayName());
        }
    }

    /**
     * A key for no model: there is none so far.
     *
     * @param providerRevocation {@code null} unless its provider issued it and it is revoked
     */
    static KeyView of(KeySummary key, @Nullable UpstreamState providerRevocation) {
        return new KeyView(
                key.id(),
                key.label(),
                key.description(),
                ProjectRef.of(key.project()),
                ProviderRef.of(key.provider()),
                null,
                null,
                key.scopes(),
                key.legacyFullAccess(),
                key.keyPrefix(),
                key.status(),
                key.createdAt(),
                key.lastUsedAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.replacedBy(),
                providerRevocation);
    }
}
