package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Keycloak;
import org.keywarden.testing.Launch;
import org.keywarden.testing.OidcTrip;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

/** With an issuer that we did not write. */
@DisplayName("Signing in at Keycloak")
class OidcKeycloakIT {

    private final Keycloak keycloak = Keycloak.shared();

    @ParameterizedTest(name = "{0}")
    @DisplayName("works for a client with a secret and for one without, once for each code")
    @ValueSource(strings = {Keycloak.CLIENT, Keycloak.PUBLIC_CLIENT})
    void signsIn(String client) {
        var launch = launch(client);
        if (client.equals(Keycloak.CLIENT)) {
            launch.with("KEYWARDEN_OIDC_CLIENT_SECRET", Keycloak.CLIENT_SECRET);
        }
        var database = TestDatabase.create(launch.dataDir());
        try (var server = launch.on(database).start()) {
            var unknown = comeBack(server);
            assertThat(unknown).isEqualTo("/sign-in?problem=unknownAccount&to=%2Fkeys");
            invite(new Accounts(server.api(), database).administrator());

            signsInOnce(server);

            refuses(server);
            assertThat(SeenSecrets.in(server.report())).isEmpty();
        }
    }

    private void signsInOnce(RunningServer server) {
        var trip = begin(server);
        var callback = keycloak.browser().signIn(trip.authorization());

        var answer = trip.visit(pathOf(callback)).expect(303);

        assertThat(answer.header("Location")).isEqualTo("/keys");
        var cookie = OidcTrip.setCookie(answer, "keywarden").split(";", 2)[0];
        assertThat(
                        server.api()
                                .with("Cookie", cookie)
                                .get("/auth/me")
                                .expect(200)
                                .text("user.email"))
                .isEqualTo("ada@provider.test");
        assertThat(trip.visit(pathOf(callback)).expect(303).header("Location"))
                .isEqualTo("/sign-in?problem=failed&to=%2Fkeys");
    }

    /** A code of one trip in the callback of another: Keycloak itself refuses its verifier. */
    private void refuses(RunningServer server) {
        var stolen = keycloak.browser().signIn(begin(server).authorization());
        var trip = begin(server);
        var code = stolen.getRawQuery().replaceFirst(".*\\bcode=([^&]*).*", "$1");

        assertThat(trip.comeBack(code).expect(303).header("Location"))
                .isEqualTo("/sign-in?problem=failed&to=%2Fkeys");
    }

    private String comeBack(RunningServer server) {
        var trip = begin(server);
        var callback = keycloak.browser().signIn(trip.authorization());
        return trip.visit(pathOf(callback)).expect(303).header("Location");
    }

    private OidcTrip begin(RunningServer server) {
        return OidcTrip.begin(server.api(), "/keys", keycloak.issuer());
    }

    private static String pathOf(URI callback) {
        SeenSecrets.remember(callback.getRawQuery().replaceFirst(".*\\bcode=([^&]*).*", "$1"));
        return callback.getRawPath() + "?" + callback.getRawQuery();
    }

    private static void invite(Account administrator) {
        administrator.api().post("/admin/users", fields("email", "ada@provider.test")).expect(201);
    }

    private Launch launch(String client) {
        return Launch.keywarden()
                .withAdministrator()
                .with("KEYWARDEN_OIDC_ISSUER", keycloak.issuer().toString())
                .with("KEYWARDEN_OIDC_CLIENT_ID", client);
    }
}
