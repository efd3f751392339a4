package org.keywarden.providers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keywarden.platform.config.Configuration;

/**
 * The providers that come with the product: Daydream, and a sandbox that is no use but for trying the
 * whole hand-off on a laptop. Their addresses are the configuration's of today, whatever it was when
 * they were seeded. ADR 25
 */
@ApplicationScoped
class ShippedProviders {

    private static final String DAYDREAM = "daydream";
    private static final String SANDBOX = "sandbox";

    @Inject Configuration configuration;

    private List<ShippedProvider> all = List.of();

    @PostConstruct
    void read() {
        all = List.of(daydream(), sandbox());
    }

    private ShippedProvider daydream() {
        var settings = configuration.providers();
        var description = "Real-time video with AI models, paid for at Daydream.";
        return new ShippedProvider(
                entry(DAYDREAM, "Daydream", description, 0),
                settings.daydreamAuthUrl(),
                settings.daydreamApiBase(),
                null);
    }

    /** Browsers know this machine by its name; our own calls need none. */
    private ShippedProvider sandbox() {
        var port = configuration.httpPort();
        var base = "http://127.0.0.1:" + port + "/sandbox";
        var description = "Issues keys that open nothing, for development only.";
        return new ShippedProvider(
                entry(SANDBOX, "Sandbox", description, 1000),
                URI.create("http://localhost:" + port + "/sandbox/sign-in"),
                URI.create(base),
                URI.create(base + "/revoke"));
    }

    private static ProviderEntry entry(String slug, String name, String description, int order) {
        return new ProviderEntry(
                slug,
                name,
                description,
                slug,
                true,
                order,
                ExchangeStyle.TOKEN,
                Addresses.NONE,
                null,
                null,
                Endpoints.MAX_TIMEOUT_SECONDS);
    }

    /** Those that this installation is given. */
    List<ShippedProvider> allowed() {
        return all.stream().filter(provider -> !isForbidden(provider.slug())).toList();
    }

    /** The one of that name, allowed or not. */
    Optional<ShippedProvider> find(String slug) {
        return all.stream().filter(provider -> provider.slug().equals(slug)).findFirst();
    }

    /** Whether that is the sandbox, in production: there it counts as disabled. */
    boolean isForbidden(String slug) {
        return configuration.isProduction() && slug.equals(SANDBOX);
    }
}
