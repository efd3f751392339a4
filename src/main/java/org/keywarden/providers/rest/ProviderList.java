package org.keywarden.providers.rest;

import java.util.List;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.Providers;

/** The providers that developers may use, and nothing of how we talk to them. */
public record ProviderList(List<ProviderView> providers) {

    static ProviderList of(Providers providers) {
        return new ProviderList(providers.enabled().stream().map(ProviderView::of).toList());
    }

    /**
     * A provider on the wire.
     *
     * @param authType {@code oauth}, whatever the style: a browser signs in there
     */
    public record ProviderView(
            ProviderId id,
            String slug,
            String displayName,
            String description,
            String icon,
            String authType) {

        static ProviderView of(Provider provider) {
            return new ProviderView(
                    provider.id(),
                    provider.slug(),
                    provider.displayName(),
                    provider.description(),
                    provider.icon(),
                    "oauth");
        }
    }
}
