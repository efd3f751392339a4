package org.keywarden.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.keywarden.oidc.IssuerHttp.IssuerAnswer;
import org.keywarden.platform.config.Configuration;

/**
 * Exchanges a code for an ID token at the issuer, once: a code that is sent again looks stolen.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#TokenRequest">OpenID Connect
 *     Core, 3.1.3</a>
 */
@ApplicationScoped
class CodeExchange {

    @Inject Configuration configuration;
    @Inject IssuerHttp http;

    /**
     * The ID token for a code, not verified yet.
     *
     * @throws NotSignedInException if there is none
     */
    JWT exchange(String code, Trip trip, IssuerMetadata issuer) {
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code),
                        trip.redirectUri(),
                        new CodeVerifier(trip.verifier()));
        var answer = http.send(sent(request(grant, issuer).toHTTPRequest()));
        if (answer.status() != 200) {
            throw refusal(answer.status());
        }
        return idToken(answer);
    }

    private TokenRequest request(AuthorizationCodeGrant grant, IssuerMetadata issuer) {
        var oidc = Settings.of(configuration);
        var id = new ClientID(oidc.clientId());
        var url = issuer.tokenEndpoint();
        if (oidc.clientSecret() == null) {
            return new TokenRequest.Builder(url, id, grant).build();
        }
        var secret = new Secret(oidc.clientSecret());
        var proof =
                issuer.takesSecretInBodyOnly()
                        ? new ClientSecretPost(id, secret)
                        : new ClientSecretBasic(id, secret);
        return new TokenRequest.Builder(url, proof, grant).build();
    }

    private static HttpUriRequestBase sent(HTTPRequest request) {
        var sent = new HttpUriRequestBase("POST", request.getURI());
        if (request.getAuthorization() != null) {
            sent.setHeader("Authorization", request.getAuthorization());
        }
        sent.setEntity(
                new StringEntity(request.getBody(), ContentType.APPLICATION_FORM_URLENCODED));
        return sent;
    }

    private static JWT idToken(IssuerAnswer answer) {
        try {
            var json = JSONObjectUtils.parse(answer.body());
            return OIDCTokenResponse.parse(json).getOIDCTokens().getIDToken();
        } catch (ParseException | IllegalArgumentException e) {
            throw NotSignedInException.failed("There is no ID token for the code");
        }
    }

    private static NotSignedInException refusal(int status) {
        return status >= 500 || status == 429
                ? NotSignedInException.unavailable("The code was answered with status " + status)
                : NotSignedInException.failed("The code was refused with status " + status);
    }
}
