package org.keywarden.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer publishes about itself, as far as it matters here.
 *
 * @param authorizationEndpoint where browsers are sent
 * @param tokenEndpoint where a code is exchanged
 * @param keys the keys that it signs with, fetched when needed
 * @param namesItself whether it puts {@code iss} beside each code (RFC 9207)
 * @param takesSecretInBodyOnly whether the client's secret has to go there
 */
record IssuerMetadata(
        URI authorizationEndpoint,
        URI tokenEndpoint,
        JWKSource<SecurityContext> keys,
        boolean namesItself,
        boolean takesSecretInBodyOnly) {

    static IssuerMetadata of(
            OIDCProviderMetadata published, JWKSource<SecurityContext> keys, boolean needsTls) {
        return new IssuerMetadata(
                checked(published.getAuthorizationEndpointURI(), needsTls),
                checked(published.getTokenEndpointURI(), needsTls),
                keys,
                published.supportsAuthorizationResponseIssuerParam(),
                takesSecretInBodyOnly(published));
    }

    /**
     * An address that may be used.
     *
     * @throws NotSignedInException if it may not, or there is none
     */
    static URI checked(@Nullable URI endpoint, boolean needsTls) {
        if (endpoint == null || !isUsable(endpoint, needsTls)) {
            throw NotSignedInException.unavailable("Its metadata lack an address, or TLS for it");
        }
        return endpoint;
    }

    private static boolean isUsable(URI endpoint, boolean needsTls) {
        var scheme = endpoint.getScheme();
        return endpoint.getHost() != null
                && endpoint.getRawUserInfo() == null
                && endpoint.getRawFragment() == null
                && ("https".equalsIgnoreCase(scheme)
                        || (!needsTls && "http".equalsIgnoreCase(scheme)));
    }

    private static boolean takesSecretInBodyOnly(OIDCProviderMetadata published) {
        var methods = published.getTokenEndpointAuthMethods();
        return methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
