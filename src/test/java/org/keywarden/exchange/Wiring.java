package org.keywarden.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.json.ObjectMapperProducer;
import org.keywarden.providers.ClientSecret;

/** The module as the container puts it together. */
final class Wiring implements AutoCloseable {

    static final Departure DEPARTURE =
            new Departure(
                    URI.create("https://keys.example/api/v1/auth/providers/acme/callback"),
                    "0123456789abcdef0123456789abcdef",
                    "a-verifier-of-the-tests-that-is-long-enough-for-pkce");

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "keywarden.mode", "production",
                    "keywarden.secret", "a-secret-of-the-tests-that-is-long-enough",
                    "keywarden.db.url", "jdbc:postgresql://127.0.0.1/keywarden");

    final Destinations destinations = new Destinations();
    final ProviderHttp http = new ProviderHttp();
    final Breakers breakers = new Breakers();
    final Exchanges exchanges = new Exchanges();
    private final Clients clients = new Clients();

    private Wiring(Map<String, String> properties, SSLContext tls) {
        destinations.configuration =
                Configuration.read(name -> Optional.ofNullable(properties.get(name)));
        http.destinations = destinations;
        http.mapper = ObjectMapperProducer.create();
        http.open(Executors.defaultThreadFactory(), tls);
        exchanges.breakers = breakers;
        exchanges.tokens = tokens();
        exchanges.codes = codes();
        exchanges.revocation = new RevocationEndpoint();
        exchanges.revocation.http = http;
        exchanges.revocation.clients = clients;
        exchanges.revocation.discovery = new Discovery();
    }

    static Wiring development() {
        return new Wiring(Map.of(), SSLContexts.createSystemDefault());
    }

    static Wiring production() {
        return new Wiring(PRODUCTION, SSLContexts.createSystemDefault());
    }

    static Wiring trusting(SSLContext tls) {
        return new Wiring(Map.of(), tls);
    }

    /** Waits so long for a provider. */
    Wiring within(Duration limit) {
        http.limit = limit;
        return this;
    }

    /** Has this secret at every provider. */
    Wiring withSecret(String secret) {
        clients.secrets = id -> Optional.of(new ClientSecret(secret));
        return this;
    }

    /** What a browser brings back that has taken {@link #DEPARTURE} along. */
    static Grant grant(String credential) {
        return new Grant(credential, null, DEPARTURE.callback(), DEPARTURE.codeVerifier());
    }

    @Override
    public void close() {
        http.close();
    }

    private TokenExchange tokens() {
        var tokens = new TokenExchange();
        tokens.http = http;
        tokens.keyEndpoint = new KeyEndpoint();
        return tokens;
    }

    private AuthorizationCodeExchange codes() {
        var codes = new AuthorizationCodeExchange();
        codes.http = http;
        codes.clients = clients;
        codes.discovery = new Discovery();
        codes.tokenEndpoint = new TokenEndpoint();
        codes.keyEndpoint = new KeyEndpoint();
        return codes;
    }
}
