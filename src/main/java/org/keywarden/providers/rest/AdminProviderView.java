package org.keywarden.providers.rest;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.providers.CatalogueEntry;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.ProviderId;

/**
 * A provider as administrators see it.
 *
 * @param enabled never for the sandbox in production
 * @param authUrl the default, where an administrator set none
 * @param hasClientSecret all that is ever said of it
 * @param shipped whether there are defaults to go back to
 */
public record AdminProviderView(
        ProviderId id,
        String slug,
        String displayName,
        String description,
        String icon,
        boolean enabled,
        int sortOrder,
        ExchangeStyle exchange,
        URI authUrl,
        URI apiBase,
        @Nullable URI issuer,
        @Nullable URI tokenUrl,
        @Nullable String clientId,
        boolean hasClientSecret,
        @Nullable String scope,
        @Nullable URI revocationUrl,
        int timeoutSeconds,
        boolean shipped,
        Instant createdAt) {

    static AdminProviderView of(CatalogueEntry entry) {
        var provider = entry.provider();
        var endpoints = provider.endpoints();
        return new AdminProviderView(
                provider.id(),
                provider.slug(),
                provider.displayName(),
                provider.description(),
                provider.icon(),
                provider.enabled(),
                provider.sortOrder(),
                endpoints.exchange(),
                endpoints.authUrl(),
                endpoints.apiBase(),
                endpoints.issuer(),
                endpoints.tokenUrl(),
                endpoints.clientId(),
                entry.hasClientSecret(),
                endpoints.scope(),
                endpoints.revocationUrl(),
                endpoints.timeoutSeconds(),
                entry.isShipped(),
                entry.createdAt());
    }
}
