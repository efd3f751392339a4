package org.keywarden.exchange;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.providers.ClientSecret;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.Providers;

/** Knows who we are to each provider, and how to prove it. */
@ApplicationScoped
class Clients {

    @Inject Providers providers;

    Function<ProviderId, Optional<ClientSecret>> secrets = id -> Optional.empty();

    @PostConstruct
    void open() {
        secrets = providers::clientSecret;
    }

    /** @throws IllegalArgumentException if we have no name there */
    static ClientID id(Provider provider) {
        var id = provider.endpoints().clientId();
        if (id == null) {
            throw new IllegalArgumentException("No client id for " + provider.slug());
        }
        return new ClientID(id);
    }

    /**
     * Who we are to a provider.
     *
     * @param inBody whether a secret has to go there
     * @throws NotAskedException if there is a secret that cannot be opened any more
     */
    Client of(Provider provider, boolean inBody) {
        var id = id(provider);
        var proof = secret(provider).map(secret -> proof(id, new Secret(secret.text()), inBody));
        return new Client(id, proof.orElse(null));
    }

    private Optional<ClientSecret> secret(Provider provider) {
        try {
            return secrets.apply(provider.id());
        } catch (SealBrokenException e) {
            throw new NotAskedException("Its client secret cannot be opened: set it again");
        }
    }

    private static ClientAuthentication proof(ClientID id, Secret secret, boolean inBody) {
        return inBody ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }
}
