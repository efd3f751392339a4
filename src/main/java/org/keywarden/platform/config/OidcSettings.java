package org.keywarden.platform.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect issuer that people may sign in at, instead of with a password of ours.
 *
 * @param issuer {@code keywarden.oidc.issuer}: its name to the letter, below which it publishes its
 *     metadata; unlike providers it may be in a private network, since the operator alone names it
 * @param clientId {@code keywarden.oidc.client-id}: who we are there
 * @param clientSecret {@code keywarden.oidc.client-secret}, or {@code null} for a public client
 * @param name {@code keywarden.oidc.name}: what people call it; the issuer's host by default
 * @param scope {@code keywarden.oidc.scope}: what is asked for, {@code openid} among it
 * @param redirectOrigin {@code BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN}: where it sends browsers back
 *     to, or {@code null} to go by the request
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        @Nullable String clientSecret,
        String name,
        List<String> scope,
        @Nullable URI redirectOrigin) {

    private static final String ISSUER = "keywarden.oidc.issuer";
    private static final String CLIENT_ID = "keywarden.oidc.client-id";
    private static final String CLIENT_SECRET = "keywarden.oidc.client-secret";
    private static final String NAME = "keywarden.oidc.name";
    private static final String SCOPE = "keywarden.oidc.scope";
    private static final String DEFAULT_SCOPE = "openid email";
    private static final int MAX_NAME = 60;

    public OidcSettings {
        scope = List.copyOf(scope);
    }

    /** {@code null} if none is configured; half of one is a mistake. */
    static @Nullable OidcSettings read(
            Properties properties, Mode mode, @Nullable URI redirectOrigin) {
        if (List.of(ISSUER, CLIENT_ID, CLIENT_SECRET, NAME, SCOPE).stream()
                .allMatch(property -> properties.text(property).isEmpty())) {
            return null;
        }
        if (mode == Mode.PRODUCTION && redirectOrigin == null) {
            properties.mistake(
                    ProviderSettings.ORIGIN, "is required in production to sign in at an issuer");
        }
        var issuer = issuer(properties, mode);
        return new OidcSettings(
                issuer,
                clientId(properties),
                properties.text(CLIENT_SECRET).orElse(null),
                name(properties, issuer),
                scope(properties),
                redirectOrigin);
    }

    private static URI issuer(Properties properties, Mode mode) {
        var text = properties.text(ISSUER).orElse("");
        var issuer = ProviderSettings.parse(text);
        if (text.isEmpty()) {
            properties.mistake(ISSUER, "is required to sign in at an issuer");
        } else if (issuer == null || issuer.getRawQuery() != null) {
            properties.mistake(ISSUER, "must be a URL like https://id.example");
        } else if (mode == Mode.PRODUCTION && !issuer.getScheme().equals("https")) {
            properties.mistake(ISSUER, "must begin with https:// in production");
        }
        return issuer == null ? URI.create("https://id.example") : issuer;
    }

    private static String clientId(Properties properties) {
        var id = properties.text(CLIENT_ID).orElse("");
        if (id.isEmpty()) {
            properties.mistake(CLIENT_ID, "is required to sign in at an issuer");
        } else if (!id.matches("[\\x20-\\x7e]{1,255}")) {
            properties.mistake(CLIENT_ID, "must have at most 255 characters, all of them ASCII");
        }
        return id;
    }

    private static String name(Properties properties, URI issuer) {
        var name = properties.text(NAME).orElse(issuer.getHost());
        if (name.codePointCount(0, name.length()) > MAX_NAME
                || name.codePoints().anyMatch(Character::isISOControl)) {
            properties.mistake(NAME, "must be a name of at most " + MAX_NAME + " characters");
        }
        return name;
    }

    /** Divided by spaces, as the issuer will see it. */
    private static List<String> scope(Properties properties) {
        var text = properties.text(SCOPE).orElse(DEFAULT_SCOPE);
        var scope = List.of(text.split(" +"));
        if (!text.matches("[\\x20-\\x7e&&[^\"\\\\,]]+") || !scope.contains("openid")) {
            properties.mistake(SCOPE, "must be scopes divided by spaces, openid among them");
        }
        return scope;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
