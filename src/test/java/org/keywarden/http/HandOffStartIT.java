package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.HandOff.path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Starting a hand-off")
class HandOffStartIT {

    private final FakeProvider provider = new FakeProvider();
    private Account administrator;
    private String slug;

    @BeforeAll
    void register(Accounts accounts) {
        administrator = accounts.createAdministrator();
        slug = provider.register(administrator);
    }

    @AfterAll
    void close() {
        provider.close();
    }

    @Test
    @DisplayName("tells where to go, what to poll with and when, and binds the browser")
    void starts(Account anna, RunningServer server) {
        var started = anna.api().post(path(slug, "start"), "{}").expect(200);

        assertThat(started.text("login_session_id")).matches("[0-9a-f]{64}");
        assertThat(started.get("expires_in").asInt()).isEqualTo(600);
        assertThat(started.get("poll_after_ms").asInt()).isEqualTo(1500);
        assertThat(started.header("Cache-Control")).isEqualTo("no-store");
        assertThat(started.headersOf("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("keywarden-hand-off-[0-9a-f]{8}=[0-9a-f]{64}(;[^;]*)*")
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/")
                .doesNotContain("Secure");
        var handOff = HandOff.start(anna, slug);
        assertThat(handOff.authUrl()).startsWith(provider.uri() + "/sign-in?tenant=1&");
        assertThat(handOff.state()).matches("[0-9a-f]{32}");
        assertThat(handOff.parameter("redirect_url"))
                .isEqualTo(server.uri() + "/api/v1" + path(slug, "callback"));
        assertThat(handOff.status()).isEqualTo("pending");
    }

    @Test
    @DisplayName("makes each one anew: nothing of one fits the other")
    void isFresh(Account anna) {
        var one = HandOff.start(anna, slug);
        var other = HandOff.start(anna, slug);

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.state()).isNotEqualTo(other.state());
        assertThat(one.cookieValue()).isNotEqualTo(other.cookieValue());
    }

    @Test
    @DisplayName("takes the origin from a trusted proxy, and from no stranger")
    void believesProxies(Account anna) {
        var proxied =
                anna.api()
                        .with("X-Forwarded-Proto", "https")
                        .with("X-Forwarded-Host", "keys.example")
                        .post(path(slug, "start"))
                        .expect(200);

        assertThat(proxied.text("auth_url")).contains("redirect_url=https%3A%2F%2Fkeys.example%2F");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "is refused for a provider that nobody knows, with the same answer as a disabled one")
    @ValueSource(strings = {"nobody", "NOBODY", "-", "a b", "%27", "%3Cscript%3E"})
    void refusesUnknown(String odd, Account anna) {
        var disabled = provider.register(administrator, "enabled", false);
        var refusal =
                anna.api()
                        .post(path(disabled, "start"))
                        .expectProblem(400, "INVALID_BILLING_PROVIDER");

        var other =
                anna.api()
                        .post(path(odd.replace(" ", "%20"), "start"))
                        .expectProblem(400, "INVALID_BILLING_PROVIDER");

        assertThat(other.text("detail")).isEqualTo(refusal.text("detail"));
        assertThat(other.headersOf("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName(
            "keeps what a gateway says of itself for the audit trail, and refuses too much of it")
    void notesGateways(Account anna, TestDatabase database) {
        anna.api()
                .post(
                        path(slug, "start"),
                        fields("gateway_nonce", "n-1", "gateway_instance_id", " gateway 7 "))
                .expect(200);

        assertThat(anna.api().get("/audit?action=handoff.started").expect(200).body())
                .contains("gateway 7", "n-1", slug);
        for (var bad : new Object[] {"x".repeat(129), "a\u0000b", 7}) {
            anna.api()
                    .post(path(slug, "start"), fields("gateway_instance_id", bad))
                    .expectProblem(400, "VALIDATION_FAILED");
        }
        anna.api().post(path(slug, "start"), "{").expectProblem(400, "MALFORMED_JSON");
        anna.api().post(path(slug, "start"), "[]").expect(400);
    }

    @Test
    @DisplayName("is allowed five times a minute for each address")
    void isLimited(Account anna) {
        var api = anna.api().from("198.51.100.77");
        for (int i = 0; i < 5; i++) {
            api.post(path(slug, "start")).expect(200);
        }

        var refused = api.post(path(slug, "start")).expectProblem(429, "RATE_LIMITED");

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        anna.api().post(path(slug, "start")).expect(200);
    }

    @Test
    @DisplayName("stores no secret of it as it is")
    void hidesSecrets(Account anna, TestDatabase database) {
        var handOff = HandOff.start(anna, slug);

        assertThat(database.dump())
                .contains(anna.id())
                .doesNotContain(handOff.id(), handOff.state(), handOff.cookieValue());
    }
}
