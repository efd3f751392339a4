package org.keywarden.exchange;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;

/**
 * The browser brings a code, for which the provider's OAuth server gives a token, for which its API gives
 * a key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700, best practice for OAuth</a>
 */
@ApplicationScoped
class AuthorizationCodeExchange implements Exchange {

    private static final Pattern CODE = Pattern.compile("[\\x20-\\x7e]{1,4096}");

    @Inject ProviderHttp http;
    @Inject Clients clients;
    @Inject Discovery discovery;
    @Inject TokenEndpoint tokenEndpoint;
    @Inject KeyEndpoint keyEndpoint;

    @Override
    public ExchangeStyle style() {
        return ExchangeStyle.AUTHORIZATION_CODE;
    }

    @Override
    public URI authorizationUri(Provider provider, Departure departure) {
        var endpoints = provider.endpoints();
        var request =
                new AuthorizationRequest.Builder(ResponseType.CODE, Clients.id(provider))
                        .redirectionURI(departure.callback())
                        .scope(Scope.parse(endpoints.scope()))
                        .state(new State(departure.state()))
                        .codeChallenge(
                                new CodeVerifier(departure.codeVerifier()),
                                CodeChallengeMethod.S256)
                        .build();
        var parameters = new LinkedHashMap<String, String>();
        request.toParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        return Parameters.put(endpoints.authUrl(), parameters);
    }

    @Override
    public ProviderKey exchange(Provider provider, Grant grant) {
        if (!CODE.matcher(grant.credential()).matches()) {
            throw new NotAskedException("The browser brought what no code looks like");
        }
        refuseOthers(provider.endpoints(), grant);
        var conversation = http.begin(provider);
        var server = discovery.of(provider.endpoints(), conversation);
        if (server.namesItself() && grant.issuer() == null) {
            throw new ExchangeFailedException(
                    Reason.REFUSED, "The code came without the name of its issuer");
        }
        var token =
                tokenEndpoint.token(
                        server.tokenEndpoint(),
                        clients.of(provider, server.takesSecretInBodyOnly()),
                        codeOf(grant),
                        conversation);
        return keyEndpoint.key(provider, token, conversation);
    }

    /** A code of another server must not be shown to this one (RFC 9207). */
    private static void refuseOthers(Endpoints endpoints, Grant grant) {
        if (endpoints.issuer() != null
                && grant.issuer() != null
                && !endpoints.issuer().toString().equals(grant.issuer())) {
            throw new NotAskedException("The code is another issuer's");
        }
    }

    private static AuthorizationCodeGrant codeOf(Grant grant) {
        return new AuthorizationCodeGrant(
                new AuthorizationCode(grant.credential()),
                grant.callback(),
                new CodeVerifier(grant.codeVerifier()));
    }
}
