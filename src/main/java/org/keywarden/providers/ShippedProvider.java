package org.keywarden.providers;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A provider that comes with the product.
 *
 * @param entry what a new installation is given
 * @param authUrl where the browser is sent unless an administrator says otherwise
 * @param apiBase its API, likewise
 * @param revocationUrl where a key is revoked, likewise; {@code null} for none
 */
record ShippedProvider(ProviderEntry entry, URI authUrl, URI apiBase, @Nullable URI revocationUrl) {

    String slug() {
        return entry.slug();
    }
}
