package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.exchange.Exchanges;
import org.keywarden.exchange.Grant;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;

/** Inside the server: with its threads, its certificates and the libraries of the WAR. */
@ExtendWith(ArquillianExtension.class)
@DisplayName("Inside the server, a provider")
class ProviderCallsIT {

    private static final Map<String, String> ANSWERS =
            Map.of(
                    "/oauth/token", "{\"access_token\":\"the-token\",\"token_type\":\"Bearer\"}",
                    "/v1/api-key", "{\"api_key\":\"pk_of_acme\"}",
                    "/revoke", "");

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @Inject Exchanges exchanges;

    private HttpServer acme;

    @BeforeEach
    void start() throws IOException {
        acme = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        acme.createContext(
                "/",
                call -> {
                    var path = call.getRequestURI().getPath();
                    calls.add(path + " " + call.getRequestHeaders().getFirst("Authorization"));
                    var body = ANSWERS.get(path).getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    call.getResponseBody().write(body);
                    call.close();
                });
        acme.start();
    }

    @AfterEach
    void stop() {
        acme.stop(0);
    }

    @Test
    @DisplayName("gives a key for a token")
    void givesKeysForTokens() {
        var key = exchanges.exchange(acme(ExchangeStyle.TOKEN), grant());

        assertThat(key.raw()).isEqualTo("pk_of_acme");
        assertThat(calls).containsExactly("/v1/api-key Bearer brought");
    }

    @Test
    @DisplayName("gives a key for a code")
    void givesKeysForCodes() {
        var key = exchanges.exchange(acme(ExchangeStyle.AUTHORIZATION_CODE), grant());

        assertThat(key.raw()).isEqualTo("pk_of_acme");
        assertThat(calls).containsExactly("/oauth/token null", "/v1/api-key Bearer the-token");
    }

    @Test
    @DisplayName("takes a key back")
    void takesKeysBack() {
        exchanges.revoke(acme(ExchangeStyle.TOKEN), "pk_of_acme");

        assertThat(calls).containsExactly("/revoke null");
    }

    private static Grant grant() {
        return new Grant(
                "brought",
                null,
                URI.create("https://keys.example/callback"),
                "a-verifier-of-the-tests-that-is-long-enough-for-pkce");
    }

    private Provider acme(ExchangeStyle style) {
        var base = URI.create("http://127.0.0.1:" + acme.getAddress().getPort());
        return new Provider(
                ProviderId.parse("prv_" + "0".repeat(31) + "7").orElseThrow(),
                "acme",
                "Acme",
                "",
                "",
                true,
                1,
                new Endpoints(
                        style,
                        base.resolve("/sign-in"),
                        base,
                        null,
                        null,
                        "keywarden",
                        null,
                        base.resolve("/revoke"),
                        10));
    }
}
