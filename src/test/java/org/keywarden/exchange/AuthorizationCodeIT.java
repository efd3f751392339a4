package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.keywarden.exchange.Wiring.DEPARTURE;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.platform.json.ObjectMapperProducer;
import org.keywarden.providers.Provider;
import org.keywarden.testing.Keycloak;

/**
 * Against Keycloak, which signs people in and gives tokens, and an API that gives a key to whom Keycloak
 * says a token belongs to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A code of Keycloak")
class AuthorizationCodeIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private Keycloak keycloak;
    private HttpServer api;
    private Wiring wiring;

    @BeforeAll
    void start() throws IOException {
        keycloak = Keycloak.shared();
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/v1/api-key", this::giveKey);
        api.start();
        wiring = Wiring.development().withSecret(Keycloak.CLIENT_SECRET);
    }

    @AfterAll
    void stop() {
        wiring.close();
        api.stop(0);
    }

    @Test
    @DisplayName("becomes a key of the user who signed in")
    void becomesAKey() {
        var back = signIn(provider());

        var key = wiring.exchanges.exchange(provider(), grant(back));

        assertThat(back.get("state")).isEqualTo(DEPARTURE.state());
        assertThat(back.get("iss")).isEqualTo(keycloak.issuer().toString());
        assertThat(key.raw()).startsWith("pk_");
        assertThat(key.userId()).isEqualTo(Keycloak.USER);
    }

    @Test
    @DisplayName("becomes a key for a client without a secret, too")
    void becomesAKeyOfAPublicClient() {
        try (var secretless = Wiring.development()) {
            var provider = provider(Keycloak.PUBLIC_CLIENT);
            var back = signIn(provider);

            assertThat(secretless.exchanges.exchange(provider, grant(back)).userId())
                    .isEqualTo(Keycloak.USER);
        }
    }

    @Test
    @DisplayName("is good once")
    void isGoodOnce() {
        var back = signIn(provider());
        wiring.exchanges.exchange(provider(), grant(back));

        assertThat(refusal(grant(back)).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    @DisplayName("is good with the verifier of its departure only")
    void needsItsVerifier() {
        var back = signIn(provider());
        var stolen =
                new Grant(
                        back.getOrDefault("code", ""),
                        back.get("iss"),
                        DEPARTURE.callback(),
                        "the-verifier-of-somebody-else-who-has-got-the-code");

        assertThat(refusal(stolen).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    @DisplayName("is good at the callback of its departure only")
    void needsItsCallback() {
        var back = signIn(provider());
        var elsewhere =
                new Grant(
                        back.getOrDefault("code", ""),
                        back.get("iss"),
                        URI.create("https://evil.test/callback"),
                        DEPARTURE.codeVerifier());

        assertThat(refusal(elsewhere).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    @DisplayName("is good for the client it was given to only")
    void needsItsClient() {
        try (var stranger = Wiring.development().withSecret("another secret")) {
            var back = signIn(provider());

            assertThat(refusal(stranger, grant(back)).reason()).isEqualTo(Reason.REFUSED);
        }
    }

    @Test
    @DisplayName("is refused beside the name of another issuer, and beside none, and good after")
    void needsItsIssuer() {
        var back = signIn(provider());

        assertThat(refusal(grant(back, "https://evil.test")).reason()).isEqualTo(Reason.REFUSED);
        assertThat(refusal(grant(back, keycloak.issuer() + "/")).reason())
                .isEqualTo(Reason.REFUSED);
        assertThat(refusal(grant(back, null)))
                .hasMessageContaining("without the name of its issuer")
                .extracting(ExchangeFailedException::reason)
                .isEqualTo(Reason.REFUSED);

        assertThat(wiring.exchanges.exchange(provider(), grant(back)).raw()).startsWith("pk_");
    }

    @Test
    @DisplayName("that nobody gave is refused")
    void refusesInventions() {
        assertThat(
                        refusal(grant(Map.of("code", "invented"), keycloak.issuer().toString()))
                                .reason())
                .isEqualTo(Reason.REFUSED);
    }

    @Test
    @DisplayName("does not come if the user refuses, but says so")
    void tellsCancelling() {
        var there = wiring.exchanges.authorizationUri(provider(Keycloak.ASKING_CLIENT), DEPARTURE);

        var back = parameters(keycloak.browser().signInAndRefuse(there));

        assertThat(back)
                .containsEntry("error", "access_denied")
                .containsEntry("state", DEPARTURE.state())
                .containsEntry("iss", keycloak.issuer().toString())
                .doesNotContainKey("code");
    }

    /** Through the real pages, from our URL to our callback. */
    private Map<String, String> signIn(Provider provider) {
        var there = wiring.exchanges.authorizationUri(provider, DEPARTURE);

        var callback = keycloak.browser().signIn(there);

        assertThat(callback.toString()).startsWith(DEPARTURE.callback() + "?");
        return parameters(callback);
    }

    private Provider provider() {
        return provider(Keycloak.CLIENT);
    }

    private Provider provider(String client) {
        return AProvider.ofCodesAt(URI.create("http://127.0.0.1:" + api.getAddress().getPort()))
                .signingInAt(keycloak.authorizationEndpoint() + "?ui_locales=en")
                .issuingAs(keycloak.issuer())
                .knowingUsAs(client)
                .askedFor("openid profile")
                .provider();
    }

    private static Grant grant(Map<String, String> back) {
        return grant(back, back.get("iss"));
    }

    private static Grant grant(Map<String, String> back, @Nullable String issuer) {
        return new Grant(
                back.getOrDefault("code", ""),
                issuer,
                DEPARTURE.callback(),
                DEPARTURE.codeVerifier());
    }

    private ExchangeFailedException refusal(Grant grant) {
        return refusal(wiring, grant);
    }

    private ExchangeFailedException refusal(Wiring wiring, Grant grant) {
        return catchThrowableOfType(
                ExchangeFailedException.class, () -> wiring.exchanges.exchange(provider(), grant));
    }

    private static Map<String, String> parameters(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** A key for everybody whom Keycloak knows. */
    private void giveKey(HttpExchange call) throws IOException {
        var token = call.getRequestHeaders().getFirst("Authorization");
        var question =
                HttpRequest.newBuilder(keycloak.userInfoEndpoint())
                        .header("Authorization", token)
                        .build();
        try {
            var answer = http.send(question, BodyHandlers.ofString());
            var user = ObjectMapperProducer.create().readTree(answer.body());
            var body =
                    "{\"key\":\"pk_%s\",\"userId\":\"%s\"}"
                            .formatted(
                                    user.path("sub").asText(),
                                    user.path("preferred_username").asText());
            call.sendResponseHeaders(answer.statusCode() == 200 ? 201 : 401, 0);
            call.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            call.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
