package org.keywarden.exchange;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import org.keywarden.providers.Provider;

/**
 * Where a provider takes a key back.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009, token revocation</a>
 */
@ApplicationScoped
class RevocationEndpoint {

    @Inject ProviderHttp http;
    @Inject Clients clients;
    @Inject Discovery discovery;

    /**
     * Revokes a key. One that the provider does not know is as good as revoked, and it says so.
     *
     * @throws IllegalArgumentException if the provider has no such place
     * @throws ExchangeFailedException if it does not say that it did
     */
    void revoke(Provider provider, String token) {
        var url = provider.endpoints().revocationUrl();
        if (url == null) {
            throw new IllegalArgumentException(provider.slug() + " cannot revoke");
        }
        var form = new LinkedHashMap<String, List<String>>();
        form.put("token", List.of(token));
        form.put("token_type_hint", List.of("api_key"));
        String authorization = null;
        var conversation = http.begin(provider);
        if (provider.endpoints().clientId() != null) {
            var client = client(provider, conversation);
            if (client.proof() instanceof ClientSecretBasic basic) {
                authorization = basic.toHTTPAuthorizationHeader();
            } else if (client.proof() instanceof ClientSecretPost post) {
                form.putAll(post.toParameters());
            } else {
                form.put("client_id", List.of(client.id().getValue()));
            }
        }
        conversation.tell(
                Call.post(url, authorization, Call.FORM, URLUtils.serializeParameters(form)));
    }

    /** Who we are, proved where the issuer wants it. */
    private Client client(Provider provider, Conversation conversation) {
        var client = clients.of(provider, false);
        var isInBody =
                client.proof() != null
                        && discovery
                                .of(provider.endpoints(), conversation)
                                .revokesForSecretInBodyOnly();
        return isInBody ? clients.of(provider, true) : client;
    }
}
