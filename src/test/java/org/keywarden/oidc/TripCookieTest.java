package org.keywarden.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.authentication.Destination;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.Sealings;
import org.keywarden.platform.http.HttpRequests;

@DisplayName("The cookie of a trip to the issuer")
class TripCookieTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "a master secret of the trip's test";
    private static final Trip TRIP =
            new Trip(
                    "state-1",
                    "nonce-1",
                    "verifier-1",
                    NOON.plus(TripCookie.LIFETIME),
                    URI.create("https://keys.example/sign-in/oidc/callback"),
                    Destination.of("/keys?status=ACTIVE"));

    @Test
    @DisplayName("brings everything back, on a node that has the same secret")
    void comesBack() {
        var cookie = set(node(Map.of(), NOON));

        assertThat(found(node(Map.of(), NOON.plusSeconds(599)), cookie)).contains(TRIP);
    }

    @Test
    @DisplayName("is for ten minutes, not for scripts, and for this host and HTTPS in production")
    void isBound() {
        var cookie = set(node(Map.of(), NOON));
        var production = set(node(production(), NOON));

        assertThat(cookie.getName()).isEqualTo("keywarden-trip");
        assertThat(production.getName()).isEqualTo("__Host-keywarden-trip");
        assertThat(production.getSecure()).isTrue();
        assertThat(List.of(cookie, production))
                .allMatch(Cookie::isHttpOnly)
                .allMatch(it -> it.getPath().equals("/") && it.getDomain() == null)
                .allMatch(it -> it.getAttribute("SameSite").equals("Lax"))
                .allMatch(it -> it.getMaxAge() == 600);
    }

    @Test
    @DisplayName("tells nobody what it holds, and says something else each time")
    void tellsNothing() {
        var one = set(node(Map.of(), NOON)).getValue();

        assertThat(one).doesNotContain("state", "nonce", "verifier", "keys");
        assertThat(one).isNotEqualTo(set(node(Map.of(), NOON)).getValue());
        assertThat(TRIP.toString()).doesNotContain("state-1", "nonce-1", "verifier-1");
    }

    @Test
    @DisplayName("is worth nothing after ten minutes, whatever the browser keeps")
    void expires() {
        var cookie = set(node(Map.of(), NOON));

        assertThat(found(node(Map.of(), NOON.plus(Duration.ofMinutes(10))), cookie)).isEmpty();
    }

    @Test
    @DisplayName("is worth nothing if changed, of another secret, client or issuer, or twice there")
    void isOurs() {
        var node = node(Map.of(), NOON);
        var cookie = set(node);
        var value = cookie.getValue();
        var flipped = value.charAt(30) == 'A' ? 'B' : 'A';

        assertThat(found(node, new Cookie(cookie.getName(), ""))).isEmpty();
        assertThat(found(node, new Cookie(cookie.getName(), "v1.nonsense"))).isEmpty();
        assertThat(
                        found(
                                node,
                                new Cookie(
                                        cookie.getName(),
                                        value.substring(0, 30) + flipped + value.substring(31))))
                .isEmpty();
        assertThat(found(node(Map.of("keywarden.oidc.client-id", "other"), NOON), cookie))
                .isEmpty();
        assertThat(found(node(Map.of("keywarden.oidc.issuer", "https://o.example"), NOON), cookie))
                .isEmpty();
        var pair = cookie.getName() + "=" + value;
        assertThat(node.find(request(pair + "; " + pair))).isEmpty();
        node.sealing = Sealings.with("another master secret of this test");
        assertThat(found(node, cookie)).isEmpty();
    }

    @Test
    @DisplayName("is cleared by the same name and path")
    void isCleared() {
        var cookie = written(node(production(), NOON), TripCookie::clear);

        assertThat(cookie.getName()).isEqualTo("__Host-keywarden-trip");
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
        assertThat(cookie.getPath()).isEqualTo("/");
    }

    private static Cookie set(TripCookie node) {
        return written(node, (it, response) -> it.set(response, TRIP));
    }

    private static Cookie written(
            TripCookie node, BiConsumer<TripCookie, HttpServletResponse> action) {
        var cookies = new ArrayList<Cookie>();
        var response =
                (HttpServletResponse)
                        Proxy.newProxyInstance(
                                TripCookieTest.class.getClassLoader(),
                                new Class<?>[] {HttpServletResponse.class},
                                (proxy, method, arguments) -> {
                                    cookies.add((Cookie) arguments[0]);
                                    return null;
                                });
        action.accept(node, response);
        assertThat(cookies).hasSize(1);
        return cookies.get(0);
    }

    private static Optional<Trip> found(TripCookie node, Cookie cookie) {
        return node.find(request(cookie.getName() + "=" + cookie.getValue()));
    }

    private static HttpServletRequest request(String cookies) {
        return HttpRequests.with(Map.of("Cookie", List.of(cookies)));
    }

    private static Map<String, String> production() {
        return Map.of(
                "keywarden.mode", "production",
                "keywarden.db.url", "jdbc:postgresql://db/keywarden",
                "keywarden.secret", "x".repeat(32),
                "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN", "https://keys.example");
    }

    private static TripCookie node(Map<String, String> settings, Instant now) {
        var properties =
                new HashMap<>(
                        Map.of(
                                "keywarden.oidc.issuer", "https://id.example",
                                "keywarden.oidc.client-id", "keywarden"));
        properties.putAll(settings);
        var node = new TripCookie();
        node.configuration = Configuration.read(name -> Optional.ofNullable(properties.get(name)));
        node.sealing = Sealings.with(SECRET);
        node.clock = Clock.fixed(now, ZoneOffset.UTC);
        return node;
    }
}
