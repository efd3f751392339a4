package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Api;
import org.keywarden.testing.FakeIssuer;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Signing in, when the issuer")
class OidcOutageIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    @DisplayName("does not answer, is told within five seconds, and passwords work meanwhile")
    void survivesSilence() {
        try (var issuer = new FakeIssuer()) {
            issuer.hold("/silent/.well-known/openid-configuration");
            var launch =
                    Launch.keywarden()
                            .withAdministrator()
                            .with("KEYWARDEN_OIDC_ISSUER", issuer.uri() + "/silent")
                            .with("KEYWARDEN_OIDC_CLIENT_ID", "keywarden");
            try (var server = launch.on(TestDatabase.create(launch.dataDir())).start()) {
                var api = server.api();
                var began = System.nanoTime();

                var answers = Parallel.times(40, () -> api.getOutside("/sign-in/oidc"));

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT);
                assertThat(answers)
                        .allMatch(it -> it.status() == 303 && it.headersOf("Set-Cookie").isEmpty())
                        .allMatch(
                                it -> it.header("Location").equals("/sign-in?problem=unavailable"));
                takesPasswords(api);
            }
        }
    }

    private static void takesPasswords(Api api) {
        assertThat(api.getOutside("/sign-in?problem=unavailable").expect(503).body())
                .contains("type=\"password\"");
        api.post(
                        "/auth/login",
                        fields("email", Launch.ADMIN_EMAIL, "password", Launch.ADMIN_PASSWORD))
                .expect(200);
    }

    @Test
    @DisplayName("does not exist, is not offered")
    void isNotOffered(Api api) {
        assertThat(api.getOutside("/sign-in").expect(200).body()).doesNotContain("oidc");
        assertThat(api.getOutside("/sign-in?problem=denied").expect(200).body())
                .doesNotContain("class=\"kw-errors\"");
        assertThat(api.getOutside("/sign-in/oidc").status()).isEqualTo(404);
        assertThat(api.getOutside("/sign-in/oidc/callback?code=a&state=b").status()).isEqualTo(404);
    }
}
