package org.keywarden.platform.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where billing providers are, and where they send browsers back to. The names of these properties are
 * kept from the field.
 *
 * @param callbackOrigin {@code BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN}, such as {@code
 *     https://keys.example}, or {@code null} to go by the request
 * @param daydreamAuthUrl {@code DAYDREAM_AUTH_URL}: the sign-in page of the shipped provider
 * @param daydreamApiBase {@code DAYDREAM_API_BASE}: its API
 */
public record ProviderSettings(
        @Nullable URI callbackOrigin, URI daydreamAuthUrl, URI daydreamApiBase) {

    private static final String ORIGIN = "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN";
    private static final String HTTPS_ORIGIN = "https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?";
    private static final String LOOPBACK_ORIGIN =
            "http://(localhost|127[.]0[.]0[.]1|\\[::1])(:[0-9]{1,5})?/?";
    private static final String ANY_ORIGIN =
            "https?://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(:[0-9]{1,5})?/?";

    static ProviderSettings read(Properties properties, Mode mode) {
        return new ProviderSettings(
                origin(properties, mode),
                url(properties, "DAYDREAM_AUTH_URL", "https://app.daydream.live/sign-in/local"),
                url(properties, "DAYDREAM_API_BASE", "https://api.daydream.live"));
    }

    /** What a browser shows where its address begins; plain HTTP only on this machine in production. */
    private static @Nullable URI origin(Properties properties, Mode mode) {
        var origin = properties.text(ORIGIN).orElse(null);
        if (origin == null) {
            return null;
        }
        var good =
                mode == Mode.PRODUCTION
                        ? origin.matches(HTTPS_ORIGIN) || origin.matches(LOOPBACK_ORIGIN)
                        : origin.matches(ANY_ORIGIN);
        if (!good) {
            properties.mistake(ORIGIN, "must be an origin like https://keys.example");
            return null;
        }
        return URI.create(origin.replaceAll("/$", ""));
    }

    private static URI url(Properties properties, String name, String otherwise) {
        var text = properties.text(name).orElse(otherwise);
        try {
            var url = URI.create(text.replaceAll("/+$", ""));
            if (text.matches("https?://.*") && url.getHost() != null && url.getFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        properties.mistake(name, "must be a URL like " + otherwise);
        return URI.create(otherwise);
    }
}
