package org.keywarden.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.providers.Endpoints;

/**
 * Learns about OAuth servers from what they publish, and remembers it for minutes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414, authorization server metadata</a>
 */
@ApplicationScoped
class Discovery {

    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";

    private final Cache<URI, AuthorizationServer> known =
            Caffeine.newBuilder().maximumSize(200).expireAfterWrite(Duration.ofMinutes(5)).build();

    /**
     * The OAuth server of a provider.
     *
     * @throws ExchangeFailedException if its issuer does not say, or somebody else says it
     */
    AuthorizationServer of(Endpoints endpoints, Conversation conversation) {
        var issuer = endpoints.issuer();
        if (issuer == null) {
            return AuthorizationServer.at(URI.create(endpoints.apiBase() + "/oauth/token"))
                    .corrected(endpoints);
        }
        var remembered = known.getIfPresent(issuer);
        if (remembered != null) {
            return remembered.corrected(endpoints);
        }
        var server = AuthorizationServer.of(metadata(issuer, conversation));
        known.put(issuer, server);
        return server.corrected(endpoints);
    }

    private static AuthorizationServerMetadata metadata(URI issuer, Conversation conversation) {
        try {
            var metadata =
                    AuthorizationServerMetadata.parse(published(issuer, conversation).toString());
            if (metadata.getIssuer().getValue().equals(issuer.toString())) {
                return metadata;
            }
            throw Failures.unusable("Its metadata is another issuer's");
        } catch (ParseException | IllegalArgumentException e) {
            throw Failures.unusable("Its metadata is not as RFC 8414 says");
        }
    }

    /** Not every server knows where RFC 8414 wants its metadata; then it is where OpenID wants it. */
    private static ObjectNode published(URI issuer, Conversation conversation) {
        var origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
        var path = issuer.getRawPath().replaceAll("/$", "");
        try {
            return conversation.askForObject(Call.get(URI.create(origin + OAUTH + path)));
        } catch (ExchangeFailedException e) {
            if (e.reason() != Reason.REFUSED && e.reason() != Reason.UNUSABLE) {
                throw e;
            }
        }
        try {
            return conversation.askForObject(Call.get(URI.create(origin + path + OPENID)));
        } catch (ExchangeFailedException e) {
            throw e.reason() == Reason.REFUSED
                    ? Failures.unusable("Its issuer publishes no metadata")
                    : e;
        }
    }
}
