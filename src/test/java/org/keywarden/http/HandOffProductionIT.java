package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.HandOff.path;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.Launch;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

/** Production needs PostgreSQL. */
@EnabledIf("org.keywarden.testing.TestDatabase#isPostgres")
@DisplayName("A hand-off in production")
class HandOffProductionIT {

    private final Launch launch =
            Launch.keywarden()
                    .withAdministrator()
                    .with("KEYWARDEN_MODE", "production")
                    .with("KEYWARDEN_SECRET", "a secret of the production tests, long enough");

    @Test
    @DisplayName("needs an origin to come back to, and calls no address of our own network")
    void isStrict() {
        var database = TestDatabase.create(launch.dataDir());
        try (var server = launch.on(database).start()) {
            var anna = new Accounts(server.api(), database).create();
            refusesWithoutOrigin(server, anna);
        }
        launch.with("BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN", "https://keys.example/");
        try (var server = launch.start();
                var provider = new FakeProvider()) {
            var accounts = new Accounts(server.api(), database);
            assertThat(server.api().getOutside("/health/ready").status()).isEqualTo(200);
            bindsBrowser(accounts.create());
            callsNoPrivateAddress(accounts, database, provider);
        }
    }

    private static void refusesWithoutOrigin(RunningServer server, Account anna) {
        var ready = server.api().getOutside("/health/ready").expect(503);
        assertThat(ready.body()).contains("callback-origin");
        anna.api().post(path("daydream", "start")).expectProblem(500, "CALLBACK_ORIGIN_MISSING");
        anna.api().post(path("sandbox", "start")).expectProblem(400, "INVALID_BILLING_PROVIDER");
        assertThat(server.api().get("/billing-providers").texts("providers", "slug"))
                .containsExactly("daydream");
        assertThat(server.api().getOutside("/sandbox/sign-in").status()).isEqualTo(404);
    }

    private static void bindsBrowser(Account anna) {
        var handOff = HandOff.start(anna, "daydream");

        assertThat(handOff.cookieName()).startsWith("__Host-keywarden-hand-off-");
        assertThat(handOff.started().header("Set-Cookie")).contains("Secure", "Path=/", "HttpOnly");
        assertThat(handOff.parameter("redirect_url"))
                .isEqualTo("https://keys.example/api/v1/auth/providers/daydream/callback");
        assertThat(handOff.authUrl()).startsWith("https://app.daydream.live/sign-in/local?");
    }

    /** A name could lead here as well, so it is written past the form that refuses the address. */
    private static void callsNoPrivateAddress(
            Accounts accounts, TestDatabase database, FakeProvider provider) {
        var slug = "inside-" + UUID.randomUUID().toString().substring(0, 8);
        var administrator = accounts.createAdministrator();
        for (var inside :
                new String[] {provider.uri().toString(), "https://127.0.0.1", "https://[::1]"}) {
            administrator
                    .api()
                    .post(
                            "/admin/billing-providers",
                            Account.fields(
                                    "slug",
                                    slug,
                                    "displayName",
                                    "Inside",
                                    "exchange",
                                    "token",
                                    "authUrl",
                                    "https://app.example/in",
                                    "apiBase",
                                    inside))
                    .expectProblem(400, "VALIDATION_FAILED");
        }
        var anna = accounts.create();
        database.change(
                "update billing_provider set api_base = ? where slug = 'daydream'",
                provider.uri()
                        .toString()
                        .replace("http:", "https:")
                        .replace("127.0.0.1", "localhost"));
        var token = FakeProvider.token("good");
        var handOff = HandOff.start(anna, "daydream");

        handOff.callback("token", token).expect(400);

        assertThat(handOff.status()).isEqualTo("failed");
        assertThat(provider.exchanges(token)).isZero();
    }
}
