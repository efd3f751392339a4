package org.keywarden.exchange;

import java.net.URI;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;

/** One style of getting a key from a provider. */
interface Exchange {

    ExchangeStyle style();

    /** Where to send the browser. Asks nobody. */
    URI authorizationUri(Provider provider, Departure departure);

    /**
     * Gets the key.
     *
     * @throws ExchangeFailedException if the provider does not give one
     */
    ProviderKey exchange(Provider provider, Grant grant);
}
