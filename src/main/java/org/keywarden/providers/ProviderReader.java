package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes whole what the database holds: with the defaults, and with what production forbids. */
@ApplicationScoped
class ProviderReader {

    @Inject ShippedProviders shipped;

    Provider read(BillingProvider row) {
        var entry = row.entry();
        return new Provider(
                row.id(),
                entry.slug(),
                entry.displayName(),
                entry.description(),
                entry.icon(),
                entry.enabled() && !shipped.isForbidden(entry.slug()),
                entry.sortOrder(),
                endpoints(entry));
    }

    private Endpoints endpoints(ProviderEntry entry) {
        var given = entry.addresses();
        var defaults = shipped.find(entry.slug()).orElse(null);
        return new Endpoints(
                entry.exchange(),
                required(given.authUrl(), defaults == null ? null : defaults.authUrl()),
                required(given.apiBase(), defaults == null ? null : defaults.apiBase()),
                url(given.issuer()),
                url(given.tokenUrl()),
                entry.clientId(),
                entry.scope(),
                or(given.revocationUrl(), defaults == null ? null : defaults.revocationUrl()),
                entry.timeoutSeconds());
    }

    private static URI required(@Nullable String given, @Nullable URI otherwise) {
        return Objects.requireNonNull(or(given, otherwise), "only shipped ones have defaults");
    }

    private static @Nullable URI or(@Nullable String given, @Nullable URI otherwise) {
        return given == null ? otherwise : URI.create(given);
    }

    private static @Nullable URI url(@Nullable String given) {
        return or(given, null);
    }
}
