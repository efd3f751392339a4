package org.keywarden.oidc;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import org.keywarden.authentication.Destination;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.SecureRandoms;

/** Sets browsers out for the issuer. */
@ApplicationScoped
class Departures {

    /** About 256 bits each; the shortest that PKCE allows (RFC 7636, 4.1). */
    private static final int LENGTH = 43;

    @Inject Configuration configuration;
    @Inject Issuer issuer;
    @Inject SecureRandoms random;
    @Inject Clock clock;

    /** A trip that nobody can guess. */
    Trip begin(URI redirectUri, Destination destination) {
        return new Trip(
                random.text(LENGTH),
                random.text(LENGTH),
                random.text(LENGTH),
                clock.instant().plus(TripCookie.LIFETIME),
                redirectUri,
                destination);
    }

    /**
     * Where a trip leads first.
     *
     * @throws NotSignedInException if the issuer has not said where
     */
    URI to(Trip trip) {
        var oidc = Settings.of(configuration);
        var scope = Scope.parse(oidc.scope());
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, new ClientID(oidc.clientId()), trip.redirectUri())
                .endpointURI(issuer.metadata().authorizationEndpoint())
                .state(new State(trip.state()))
                .nonce(new Nonce(trip.nonce()))
                .codeChallenge(new CodeVerifier(trip.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }
}
