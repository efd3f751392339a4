package org.keywarden.exchange;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an OAuth server gives a token for a grant (RFC 6749, 4.1.3). */
@ApplicationScoped
class TokenEndpoint {

    /** Longer than what a browser may bring: it need not fit into a URL. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    /**
     * Gets a token.
     *
     * @throws ExchangeFailedException if none is given that whoever bears it may use
     */
    String token(URI url, Client client, AuthorizationGrant grant, Conversation conversation) {
        var request =
                client.proof() == null
                        ? new TokenRequest.Builder(url, client.id(), grant)
                        : new TokenRequest.Builder(url, client.proof(), grant);
        try {
            var answer =
                    request.build().toHTTPRequest().send(question -> send(question, conversation));
            var token = AccessTokenResponse.parse(answer).getTokens().getBearerAccessToken();
            if (token != null && TOKEN.matcher(token.getValue()).matches()) {
                return token.getValue();
            }
            throw Failures.unusable("Its token is not of the type Bearer");
        } catch (ParseException | IllegalArgumentException e) {
            throw Failures.unusable("There is no token in its answer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadOnlyHTTPResponse send(
            ReadOnlyHTTPRequest request, Conversation conversation) {
        var authorization = header(request, "Authorization");
        var body = request.getBody() == null ? "" : request.getBody();
        var object =
                conversation.askForObject(
                        Call.post(request.getURI(), authorization, Call.FORM, body));
        var answer = new HTTPResponse(HTTPResponse.SC_OK);
        answer.setHeader("Content-Type", Call.JSON);
        answer.setBody(object.toString());
        return answer;
    }

    private static @Nullable String header(ReadOnlyHTTPRequest request, String name) {
        return request.getHeaderMap().getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse(null);
    }
}
