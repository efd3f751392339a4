package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.HandOff.path;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.Keycloak;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

/** With Keycloak as the provider's sign-in, and a small API that believes Keycloak only. */
@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A hand-off by authorization code")
class HandOffByCodeIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private Keycloak keycloak;
    private HttpServer api;
    private Account administrator;

    @BeforeAll
    void start(Accounts accounts) throws IOException {
        keycloak = Keycloak.shared();
        SeenSecrets.remember(Keycloak.CLIENT_SECRET);
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/v1/api-key", this::giveKey);
        api.start();
        administrator = accounts.createAdministrator();
    }

    @AfterAll
    void stop() {
        api.stop(0);
    }

    @Test
    @DisplayName("goes from the start to a key that verifies, through the real pages of Keycloak")
    void handsOver(Account anna, TestDatabase database) {
        var provider = register(Keycloak.CLIENT);
        var handOff = HandOff.start(anna, provider.text("provider.slug"));
        var there = handOff.redirect(handOff.browser()).expect(302).header("Location");

        var back = keycloak.browser().signIn(URI.create(there));
        var page = comeBack(handOff, back);

        assertThat(page.status()).isEqualTo(200);
        assertThat(back.getRawQuery()).contains("iss=", "code=");
        var issued =
                anna.api()
                        .post(
                                "/developer/keys",
                                aKey(
                                        "billingProviderId",
                                        provider.text("provider.id"),
                                        "loginSessionId",
                                        handOff.id()))
                        .expect(201);
        assertThat(issued.text("rawApiKey")).startsWith("pk_");
        assertThat(anna.verify(issued.text("rawApiKey"))).isEqualTo("VALID");
        assertThat(database.dump()).doesNotContain(issued.text("rawApiKey"));
    }

    @Test
    @DisplayName("that its user cancels at Keycloak is denied")
    void isDenied(Account anna) {
        var provider = register(Keycloak.ASKING_CLIENT);
        var handOff = HandOff.start(anna, provider.text("provider.slug"));

        var back = keycloak.browser().signInAndRefuse(URI.create(handOff.authUrl()));

        assertThat(comeBack(handOff, back).status()).isEqualTo(400);
        assertThat(handOff.status()).isEqualTo("denied");
    }

    @Test
    @DisplayName("with the code of another hand-off fails: PKCE binds it to its own")
    void refusesInjectedCodes(Account anna, Account eve) {
        var provider = register(Keycloak.CLIENT).text("provider.slug");
        var hers = HandOff.start(eve, provider);
        var back = keycloak.browser().signIn(URI.create(hers.authUrl()));
        var handOff = HandOff.start(anna, provider);
        var injected = back.toString().replace(hers.state(), handOff.state());

        comeBack(handOff, URI.create(injected)).expect(400);

        assertThat(handOff.status()).isEqualTo("failed");
    }

    @Test
    @DisplayName(
            "with the name of another issuer is a mix-up, and harms nothing; without one it fails")
    void refusesMixUps(Account anna) {
        var provider = register(Keycloak.CLIENT).text("provider.slug");
        var handOff = HandOff.start(anna, provider);
        var back = keycloak.browser().signIn(URI.create(handOff.authUrl())).toString();
        var foreign = back.replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.test");

        var page = comeBack(handOff, URI.create(foreign)).expect(400);
        assertThat(page.headersOf("Set-Cookie")).isEmpty(); // the way back stays open
        assertThat(handOff.status()).isEqualTo("pending");

        comeBack(handOff, URI.create(back.replaceAll("[?&]iss=[^&]*", ""))).expect(400);
        assertThat(handOff.status()).isEqualTo("failed");
    }

    private Answer register(String client) {
        var slug = "kc-" + UUID.randomUUID().toString().substring(0, 12);
        return administrator
                .api()
                .post(
                        "/admin/billing-providers",
                        Account.fields(
                                "slug",
                                slug,
                                "displayName",
                                "Keycloak",
                                "exchange",
                                "authorization_code",
                                "authUrl",
                                keycloak.authorizationEndpoint().toString(),
                                "apiBase",
                                "http://127.0.0.1:" + api.getAddress().getPort(),
                                "issuer",
                                keycloak.issuer().toString(),
                                "clientId",
                                client,
                                "clientSecret",
                                Keycloak.CLIENT_SECRET,
                                "scope",
                                "openid profile"))
                .expect(201);
    }

    /** As the browser does, whatever host it was sent to. */
    private static Answer comeBack(HandOff handOff, URI back) {
        Arrays.stream(back.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith("code="))
                .forEach(pair -> SeenSecrets.remember(pair.substring("code=".length())));
        assertThat(back.getPath()).isEqualTo("/api/v1" + path(handOff.slug(), "callback"));
        return handOff.browser().get(path(handOff.slug(), "callback") + "?" + back.getRawQuery());
    }

    /** A key for everybody whom Keycloak knows. */
    private void giveKey(HttpExchange call) throws IOException {
        var token = call.getRequestHeaders().getFirst("Authorization");
        var question =
                HttpRequest.newBuilder(keycloak.userInfoEndpoint())
                        .header("Authorization", token)
                        .build();
        try {
            var known = http.send(question, BodyHandlers.ofString()).statusCode() == 200;
            var body = "{\"key\":\"pk_" + UUID.randomUUID().toString().replace("-", "") + "\"}";
            call.sendResponseHeaders(known ? 201 : 401, 0);
            call.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            call.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
