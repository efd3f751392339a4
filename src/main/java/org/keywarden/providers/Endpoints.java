package org.keywarden.providers;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider is, and how to talk to it.
 *
 * @param authUrl where the browser is sent; it may have a query
 * @param apiBase the provider's API, without a slash at its end
 * @param issuer the OAuth issuer whose metadata tells the token endpoint (RFC 8414), or {@code null}
 * @param tokenUrl the token endpoint, or {@code null} to take the issuer's word, or without an issuer
 *     {@code {apiBase}/oauth/token}
 * @param clientId who we are to an OAuth server, or {@code null} for the token style
 * @param scope what to ask an OAuth server for, or {@code null} for its default
 * @param revocationUrl where a key is revoked (RFC 7009), or {@code null} if the provider cannot
 * @param timeoutSeconds how long an exchange or a revocation may take as a whole: 1–10
 */
public record Endpoints(
        ExchangeStyle exchange,
        URI authUrl,
        URI apiBase,
        @Nullable URI issuer,
        @Nullable URI tokenUrl,
        @Nullable String clientId,
        @Nullable String scope,
        @Nullable URI revocationUrl,
        int timeoutSeconds) {

    /** The longest that a provider may take, and the default. */
    public static final int MAX_TIMEOUT_SECONDS = 10;
}
