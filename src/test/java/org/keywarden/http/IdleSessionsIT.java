package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("A session that nobody uses")
class IdleSessionsIT {

    private static final Duration OVER = Duration.ofMinutes(31).plusSeconds(1);

    @Test
    @DisplayName("is over in a browser after the limit and a minute: its cookie is no credential")
    void endsInBrowsers(Account anna, Api api, TestDatabase database) {
        var token = signIn(anna, api);
        var id = newest(anna);
        age(database, id, OVER);
        var browser = api.with("Cookie", "keywarden=" + token);

        var refusal = browser.get("/auth/me").expectProblem(401, "UNAUTHENTICATED");

        assertThat(refusal.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"keywarden\"");
        browser.post("/auth/login", "{}").expectProblem(400, "VALIDATION_FAILED");
        assertThat(browser.getOutside("/sign-in").expect(200).body()).doesNotContain(anna.email());
        api.as(token).get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        assertThat(anna.api().get("/auth/sessions").texts("sessions", "id")).doesNotContain(id);
        assertThat(lastUsed(database, id)).isBefore(Instant.now().minus(OVER));
    }

    @Test
    @DisplayName("is not over a moment early, though its last use may not be noted")
    void endsNotEarly(Account anna, Api api, TestDatabase database) {
        var token = signIn(anna, api);
        var id = newest(anna);
        age(database, id, Duration.ofMinutes(30).plusSeconds(30));

        assertThat(anna.api().get("/auth/sessions").texts("sessions", "id")).contains(id);
        api.with("Cookie", "keywarden=" + token).get("/auth/me").expect(200);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("lives on with any request of its browser, until there is none")
    @ValueSource(strings = {"/api/v1/auth/csrf", "/sign-in", "/reference/"})
    void livesOn(String path, Account anna, Api api, TestDatabase database) {
        var browser = api.with("Cookie", "keywarden=" + signIn(anna, api));
        var id = newest(anna);
        var early = Instant.now().minus(Duration.ofMinutes(29));
        age(database, id, Duration.ofMinutes(29));

        browser.getOutside(path).expect(200);

        eventually(() -> lastUsed(database, id), used -> used.isAfter(early.plusSeconds(60)));
        age(database, id, OVER);
        eventually(() -> browser.get("/auth/me").status(), status -> status == 401);
    }

    @Test
    @DisplayName("is none of a program's, wherever its token is sent")
    void sparesPrograms(Account anna, Api api, TestDatabase database) {
        var token =
                api.post("/auth/login", fields("email", anna.email(), "password", anna.password()))
                        .expect(200)
                        .text("token");
        var id = newest(anna);
        age(database, id, Duration.ofHours(11));

        assertThat(anna.api().get("/auth/sessions").texts("sessions", "id")).contains(id);
        api.as(token).get("/auth/me").expect(200);
        api.with("Cookie", "keywarden=" + token).get("/auth/me").expect(200);
    }

    /** In a browser; returns what its cookie holds. */
    private static String signIn(Account account, Api api) {
        var answer =
                api.postForm(
                        "/sign-in",
                        fields(
                                "signIn", "signIn",
                                "signIn:email", account.email(),
                                "signIn:password", account.password(),
                                "signIn:submit", "x",
                                "jakarta.faces.ViewState", "stateless"));
        answer.expect(303);
        var token = answer.header("Set-Cookie").replaceFirst("^keywarden=([^;]*);.*", "$1");
        SeenSecrets.remember(token);
        return token;
    }

    private static String newest(Account account) {
        return account.api().get("/auth/sessions").expect(200).texts("sessions", "id").get(0);
    }

    private static void age(TestDatabase database, String id, Duration unused) {
        database.change(
                "update auth_session set last_used_at = ? where id = ?",
                Timestamp.from(Instant.now().minus(unused)),
                id);
    }

    /** In milliseconds, whatever the time zone of the database. */
    private static Instant lastUsed(TestDatabase database, String id) {
        return Instant.ofEpochMilli(
                database.count(
                        "select cast(extract(epoch from last_used_at) * 1000 as bigint)"
                                + " from auth_session where id = ?",
                        id));
    }
}
