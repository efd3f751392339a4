package org.keywarden.providers;

import org.jspecify.annotations.Nullable;

/**
 * Where a provider is, as an administrator said. Each is a URL of at most 2048 ASCII characters.
 *
 * @param authUrl where the browser is sent; {@code null} for the default of a shipped provider
 * @param apiBase its API; slashes at its end are taken off; {@code null} likewise
 * @param issuer the OAuth issuer; {@code null} for none
 * @param tokenUrl the token endpoint; {@code null} for none
 * @param revocationUrl where a key is revoked; {@code null} for none, or for the default of a shipped
 *     provider
 */
public record Addresses(
        @Nullable String authUrl,
        @Nullable String apiBase,
        @Nullable String issuer,
        @Nullable String tokenUrl,
        @Nullable String revocationUrl) {

    /** Nothing but the defaults. */
    static final Addresses NONE = new Addresses(null, null, null, null, null);

    public Addresses {
        apiBase = apiBase == null ? null : withoutSlashes(apiBase);
    }

    private static String withoutSlashes(String url) {
        var end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }
}
