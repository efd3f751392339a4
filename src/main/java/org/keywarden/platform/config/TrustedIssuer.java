package org.keywarden.platform.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC issuer whose tokens are taken as sessions, beside our own.
 *
 * @param issuer {@code mp.jwt.verify.issuer}: what their claim {@code iss} says
 * @param keys {@code mp.jwt.verify.publickey.location}: the URL of its JWK set
 * @param audiences {@code mp.jwt.verify.audiences}: one of them must be in {@code aud}
 * @see <a href="https://microprofile.io/specifications/microprofile-jwt-auth/">MicroProfile JWT</a>
 */
public record TrustedIssuer(String issuer, URI keys, List<String> audiences) {

    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String KEYS = "mp.jwt.verify.publickey.location";
    private static final String AUDIENCES = "mp.jwt.verify.audiences";

    public TrustedIssuer {
        audiences = List.copyOf(audiences);
    }

    /** {@code null} if none is configured; half of one is a mistake. */
    static @Nullable TrustedIssuer read(Properties properties, Mode mode) {
        var issuer = properties.text(ISSUER).orElse("");
        var keys = properties.text(KEYS).orElse("");
        var audiences = properties.list(AUDIENCES);
        if (issuer.isEmpty() && keys.isEmpty() && audiences.isEmpty()) {
            return null;
        }
        if (issuer.isEmpty()) {
            properties.mistake(ISSUER, "is required to trust an issuer");
        }
        if (audiences.isEmpty()) {
            properties.mistake(
                    AUDIENCES, "is required to trust an issuer, or tokens for others count here");
        }
        return new TrustedIssuer(issuer, location(properties, mode, keys), audiences);
    }

    private static URI location(Properties properties, Mode mode, String keys) {
        var pattern = mode == Mode.PRODUCTION ? "https://[^/\\s]+.*" : "https?://[^/\\s]+.*";
        try {
            if (keys.matches(pattern)) {
                return URI.create(keys);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        properties.mistake(
                KEYS,
                mode == Mode.PRODUCTION
                        ? "must be the https: URL of the issuer's JWK set"
                        : "must be the URL of the issuer's JWK set");
        return URI.create("about:none");
    }
}
