package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Launch;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

/** Production needs PostgreSQL. */
@EnabledIf("org.keywarden.testing.TestDatabase#isPostgres")
@DisplayName("The console in production")
class ConsoleProductionIT {

    private final Launch launch =
            Launch.keywarden()
                    .withAdministrator()
                    .with("KEYWARDEN_MODE", "production")
                    .with("KEYWARDEN_SECRET", "a secret of the production tests, long enough");

    @Test
    @DisplayName("sends its cookie by HTTPS only, to this host only, and tells browsers to do so")
    void isStrict() {
        var database = TestDatabase.create(launch.dataDir());
        try (var server = launch.on(database).start()) {
            var anna = new Accounts(server.api(), database).create();
            var form =
                    fields(
                            "signIn", "signIn",
                            "signIn:email", anna.email(),
                            "signIn:password", anna.password(),
                            "signIn:submit", "x",
                            "jakarta.faces.ViewState", "stateless");

            var answer = server.api().postForm("/sign-in?to=/console/profile", form).expect(303);

            var cookie = answer.header("Set-Cookie");
            var token = cookie.replaceFirst("^__Host-keywarden=([^;]*);.*", "$1");
            SeenSecrets.remember(token);
            assertThat(cookie)
                    .startsWith("__Host-keywarden=eyJ")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
            var browser = server.api().with("Cookie", "__Host-keywarden=" + token);
            var page = browser.getOutside("/console/profile").expect(200);
            assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=63072000");
            assertThat(page.headersOf("Set-Cookie")).isEmpty();
            var plain = server.api().with("Cookie", "keywarden=" + token);
            plain.getOutside("/console/profile").expect(303);
        }
    }

    @Test
    @DisplayName("remembers a language by HTTPS only, though a proxy may have answered for TLS")
    void remembersLanguage() {
        var database = TestDatabase.create(launch.dataDir());
        try (var server = launch.on(database).start()) {
            var answer = server.api().getOutside("/sign-in?locale=fr").expect(303);

            assertThat(answer.header("Set-Cookie"))
                    .startsWith("keywarden-locale=fr")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000");
        }
    }
}
