package org.keywarden.exchange;

import com.nimbusds.oauth2.sdk.as.ReadOnlyAuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.providers.Endpoints;

/**
 * What is to know of an OAuth server before it is asked for a token, or to revoke one.
 *
 * @param tokenEndpoint where to ask
 * @param namesItself whether it puts {@code iss} beside each code (RFC 9207)
 * @param takesSecretInBodyOnly whether the client's secret has to go there
 * @param revokesForSecretInBodyOnly the same, when it is asked to revoke
 */
record AuthorizationServer(
        URI tokenEndpoint,
        boolean namesItself,
        boolean takesSecretInBodyOnly,
        boolean revokesForSecretInBodyOnly) {

    /** One that publishes nothing about itself. */
    static AuthorizationServer at(URI tokenEndpoint) {
        return new AuthorizationServer(tokenEndpoint, false, false, false);
    }

    /**
     * One that says where it is.
     *
     * @throws ExchangeFailedException if it does not
     */
    static AuthorizationServer of(ReadOnlyAuthorizationServerMetadata metadata) {
        var tokenEndpoint = metadata.getTokenEndpointURI();
        if (tokenEndpoint == null) {
            throw Failures.unusable("Its metadata names no token endpoint");
        }
        return new AuthorizationServer(
                tokenEndpoint,
                metadata.supportsAuthorizationResponseIssuerParam(),
                takesSecretInBodyOnly(metadata.getTokenEndpointAuthMethods()),
                takesSecretInBodyOnly(methodsOfRevocation(metadata)));
    }

    /** One that does not say will hardly want another method than for a token. */
    private static @Nullable List<ClientAuthenticationMethod> methodsOfRevocation(
            ReadOnlyAuthorizationServerMetadata metadata) {
        var methods = metadata.getRevocationEndpointAuthMethods();
        return methods != null ? methods : metadata.getTokenEndpointAuthMethods();
    }

    /** The same, but for a token endpoint that an administrator knows better. */
    AuthorizationServer corrected(Endpoints endpoints) {
        var known = endpoints.tokenUrl();
        return known == null
                ? this
                : new AuthorizationServer(
                        known, namesItself, takesSecretInBodyOnly, revokesForSecretInBodyOnly);
    }

    private static boolean takesSecretInBodyOnly(
            @Nullable List<ClientAuthenticationMethod> methods) {
        return methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
