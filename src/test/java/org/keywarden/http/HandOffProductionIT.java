package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keywarden.testing.Eventually.eventually;
import static org.keywarden.testing.HandOff.path;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
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
    void isStrict() throws IOException {
        var database = TestDatabase.create(launch.dataDir());
        try (var server = launch.on(database).start()) {
            var anna = new Accounts(server.api(), database).create();
            refusesWithoutOrigin(server, anna);
        }
        launch.with("BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN", "https://keys.example/");
        try (var server = launch.start()) {
            var anna = new Accounts(server.api(), database).create();
            assertThat(server.api().getOutside("/health/ready").status()).isEqualTo(200);
            bindsBrowser(anna);
            callsNoPrivateAddress(server, anna, database);
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

    /**
     * An address may have come into the catalogue in development. Who listens there hears nothing, so it
     * is not the lack of TLS that stops the call.
     */
    private static void callsNoPrivateAddress(
            RunningServer server, Account anna, TestDatabase database) throws IOException {
        try (var inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            inside.setSoTimeout(1);
            database.change(
                    "update billing_provider set api_base = ? where slug = 'daydream'",
                    "https://localhost:" + inside.getLocalPort());
            var handOff = HandOff.start(anna, "daydream");

            handOff.callback("token", FakeProvider.token("good")).expect(400);

            assertThat(handOff.status()).isEqualTo("failed");
            assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
            eventually(server::err, HandOffProductionIT::tellOfForbiddenAddress);
        }
    }

    private static boolean tellOfForbiddenAddress(List<String> lines) {
        return lines.stream()
                .anyMatch(
                        line ->
                                line.contains("A billing provider failed")
                                        && line.contains("provider=daydream")
                                        && line.contains("reason=FORBIDDEN_ADDRESS"));
    }
}
