package org.keywarden.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where billing providers are, and where they send browsers back to. The names of these properties are
 * kept from the field.
 *
 * @param callbackOrigin {@code BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN}, such as {@code
 *     https://keys.example}, or {@code null} to go by the request
 * @param daydreamAuthUrl {@code DAYDREAM_AUTH_URL}: the sign-in page of the shipped provider; in
 *     production behind TLS and on the public internet, as far as it says so itself
 * @param daydreamApiBase {@code DAYDREAM_API_BASE}: its API, likewise
 */
public record ProviderSettings(
        @Nullable URI callbackOrigin, URI daydreamAuthUrl, URI daydreamApiBase) {

    static final String ORIGIN = "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN";
    private static final String AUTH_URL = "DAYDREAM_AUTH_URL";
    private static final String API_BASE = "DAYDREAM_API_BASE";
    private static final String DEFAULT_AUTH_URL = "https://app.daydream.live/sign-in/local";
    private static final String DEFAULT_API_BASE = "https://api.daydream.live";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static ProviderSettings read(Properties properties, Mode mode) {
        return new ProviderSettings(
                origin(properties, mode), authUrl(properties, mode), apiBase(properties, mode));
    }

    /** What a browser shows where its address begins; plain HTTP only on this machine in production. */
    private static @Nullable URI origin(Properties properties, Mode mode) {
        var text = properties.text(ORIGIN).map(ProviderSettings::withoutSlashes).orElse(null);
        if (text == null) {
            return null;
        }
        var origin = parse(text);
        if (origin == null || !origin.getRawPath().isEmpty() || origin.getRawQuery() != null) {
            properties.mistake(ORIGIN, "must be an origin like https://keys.example");
            return null;
        }
        if (mode == Mode.PRODUCTION
                && origin.getScheme().equals("http")
                && !LOOPBACK.contains(origin.getHost())) {
            properties.mistake(ORIGIN, "must begin with https:// in production");
            return null;
        }
        return origin;
    }

    private static URI authUrl(Properties properties, Mode mode) {
        var url = parse(properties.text(AUTH_URL).orElse(DEFAULT_AUTH_URL));
        return url != null
                ? outside(properties, mode, AUTH_URL, url)
                : refused(properties, AUTH_URL, DEFAULT_AUTH_URL);
    }

    /** Paths are appended to it. */
    private static URI apiBase(Properties properties, Mode mode) {
        var text = properties.text(API_BASE).orElse(DEFAULT_API_BASE);
        var url = parse(withoutSlashes(text));
        return url != null && url.getRawQuery() == null
                ? outside(properties, mode, API_BASE, url)
                : refused(properties, API_BASE, DEFAULT_API_BASE);
    }

    /** In production nothing else is called, so that it would only show when somebody signs in. */
    private static URI outside(Properties properties, Mode mode, String name, URI url) {
        if (mode == Mode.PRODUCTION && !url.getScheme().equals("https")) {
            properties.mistake(name, "must begin with https:// in production");
        } else if (mode == Mode.PRODUCTION && !PublicInternet.mayHave(url.getHost())) {
            properties.mistake(name, "must not lead into a private network in production");
        }
        return url;
    }

    private static URI refused(Properties properties, String name, String example) {
        properties.mistake(name, "must be a URL like " + example);
        return URI.create(example);
    }

    private static String withoutSlashes(String text) {
        return text.replaceFirst("(?<!/)/+$", "");
    }

    /** Reads an http or https URL with a host, and without user and fragment; {@code null} else. */
    static @Nullable URI parse(String text) {
        try {
            var url = new URI(text);
            var good =
                    text.matches("https?://\\p{Graph}+") // ASCII alone
                            && url.getHost() != null
                            && url.getPort() != 0
                            && url.getPort() <= 65535
                            && url.getRawUserInfo() == null
                            && url.getRawFragment() == null;
            return good ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
