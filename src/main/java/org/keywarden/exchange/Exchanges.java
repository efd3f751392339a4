package org.keywarden.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.function.Supplier;
import org.keywarden.exchange.Breakers.Purpose;
import org.keywarden.platform.log.Log;
import org.keywarden.providers.Provider;

/** Gets keys from billing providers, and gives them back. */
@ApplicationScoped
public class Exchanges {

    private static final Log LOG = Log.of(Exchanges.class);

    @Inject TokenExchange tokens;
    @Inject AuthorizationCodeExchange codes;
    @Inject RevocationEndpoint revocation;
    @Inject Breakers breakers;

    /** Where to send the browser. Asks nobody. */
    public URI authorizationUri(Provider provider, Departure departure) {
        return styleOf(provider).authorizationUri(provider, departure);
    }

    /**
     * Gets the key for what the browser brought back. Takes ten seconds at most, and is never to be
     * called inside a transaction.
     *
     * @throws ExchangeFailedException if the provider does not give one
     */
    public ProviderKey exchange(Provider provider, Grant grant) {
        return call(provider, Purpose.SIGN_IN, () -> styleOf(provider).exchange(provider, grant));
    }

    /**
     * Revokes a key at its provider. Revoking it again is fine.
     *
     * @throws IllegalArgumentException if the provider has no URL for it
     * @throws ExchangeFailedException if the provider does not say that it did
     */
    public void revoke(Provider provider, String token) {
        call(
                provider,
                Purpose.REVOCATION,
                () -> {
                    revocation.revoke(provider, token);
                    return true;
                });
    }

    private Exchange styleOf(Provider provider) {
        return switch (provider.endpoints().exchange()) {
            case TOKEN -> tokens;
            case AUTHORIZATION_CODE -> codes;
        };
    }

    private <T> T call(Provider provider, Purpose purpose, Supplier<T> call) {
        try {
            return breakers.call(provider.id(), purpose, call);
        } catch (ExchangeFailedException e) {
            LOG.warning(
                    "A billing provider failed",
                    "provider",
                    provider.slug(),
                    "reason",
                    e.reason(),
                    "cause",
                    e.getMessage());
            throw e;
        }
    }
}
