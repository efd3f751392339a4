package org.keywarden.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;

/** The browser brings a token, for which the provider's API gives a key. */
@ApplicationScoped
class TokenExchange implements Exchange {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    @Inject ProviderHttp http;
    @Inject KeyEndpoint keyEndpoint;

    @Override
    public ExchangeStyle style() {
        return ExchangeStyle.TOKEN;
    }

    @Override
    public URI authorizationUri(Provider provider, Departure departure) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("redirect_url", departure.callback().toASCIIString());
        parameters.put("state", departure.state());
        return Parameters.put(provider.endpoints().authUrl(), parameters);
    }

    @Override
    public ProviderKey exchange(Provider provider, Grant grant) {
        if (!TOKEN.matcher(grant.credential()).matches()) {
            throw new NotAskedException("The browser brought what no token looks like");
        }
        return keyEndpoint.key(provider, grant.credential(), http.begin(provider));
    }
}
