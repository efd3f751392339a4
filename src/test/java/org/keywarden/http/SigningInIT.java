package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

import com.nimbusds.jwt.SignedJWT;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Launch;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Signing in")
class SigningInIT {

    private static final String LOGIN = "/auth/login";

    @Test
    @DisplayName("answers 200 with a token and who it is for")
    void answersToken(Account anna, Api api) {
        var answer = signIn(api, anna.email(), anna.password()).expect(200);

        assertThat(answer.text("tokenType")).isEqualTo("Bearer");
        assertThat(answer.time("expiresAt")).isAfter(Instant.now());
        assertThat(answer.get("user").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "email", "name", "role", "locale");
        assertThat(answer.text("user.id")).isEqualTo(anna.id());
        assertThat(answer.text("user.role")).isEqualTo("DEVELOPER");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("works for the first administrator of the configuration")
    void takesAdministrator(Api api) {
        var answer = signIn(api, Launch.ADMIN_EMAIL, Launch.ADMIN_PASSWORD).expect(200);

        assertThat(answer.text("user.role")).isEqualTo("ADMIN");
        assertThat(answer.text("user.email")).isEqualTo(Launch.ADMIN_EMAIL);
    }

    @Test
    @DisplayName("takes the e-mail address in any case, the password only as it is")
    void ignoresCase(Account anna, Api api) {
        signIn(api, anna.email().toUpperCase(Locale.ROOT), anna.password()).expect(200);
        signIn(api, anna.email(), anna.password().toUpperCase(Locale.ROOT)).expect(401);
    }

    @Test
    @DisplayName("names the end of the session in answer and token alike")
    void agreesOnExpiry(Account anna, Api api) throws ParseException {
        var answer = signIn(api, anna.email(), anna.password()).expect(200);

        var claims = SignedJWT.parse(answer.text("token")).getJWTClaimsSet();
        assertThat(claims.getExpirationTime().toInstant())
                .isCloseTo(answer.time("expiresAt"), within(1, ChronoUnit.SECONDS));
        assertThat(claims.getSubject()).isEqualTo(anna.id());
    }

    @Test
    @DisplayName("answers 401, the same for a wrong password and an unknown user")
    void tellsNoUsers(Account anna, Api api) {
        var wrong = signIn(api, anna.email(), "not this password");
        var unknown = signIn(api, "nobody@keywarden.test", "not this password");

        wrong.expectProblem(401, "INVALID_CREDENTIALS");
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
    }

    @Test
    @DisplayName("answers 403 to the right password of a suspended account, 401 to a wrong one")
    void refusesSuspended(Account anna, Api api, Accounts accounts) {
        accounts.suspend(anna);

        signIn(api, anna.email(), anna.password()).expectProblem(403, "ACCOUNT_SUSPENDED");
        signIn(api, anna.email(), "not this one").expectProblem(401, "INVALID_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@b\"}",
                "{\"password\":\"x\"}",
                "{\"email\":null,\"password\":null}",
                "{\"email\":1,\"password\":\"x\"}",
                "{\"email\":\"a@b\",\"password\":123456789012}",
                "{\"email\":[\"a@b\"],\"password\":\"x\"}",
                "{\"email\":{},\"password\":true}"
            })
    @DisplayName("answers 400 for a body without both texts")
    void requiresBoth(String body, Api api) {
        api.post(LOGIN, body).expectProblem(400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000b@c",
                "\\u0000",
                "\\ud83d",
                "a@b\\udc00",
                "\\u001b[31m",
                "' or 1=1 --",
                " "
            })
    @DisplayName("answers 400 or 401 for odd text, never 500")
    void survivesOddText(String odd, Account anna, Api api) {
        var email = api.post(LOGIN, "{\"email\":\"" + odd + "\",\"password\":\"a password\"}");
        var password =
                api.post(
                        LOGIN,
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(anna.email(), odd));

        assertThat(List.of(email.status(), password.status())).isSubsetOf(400, 401);
    }

    @Test
    @DisplayName("survives text of a megabyte")
    void survivesLongText(Account anna, Api api) {
        var email = signIn(api, "x".repeat(500_000) + "@y", "a password");
        var password = signIn(api, anna.email(), "x".repeat(500_000));

        assertThat(List.of(email.status(), password.status())).isSubsetOf(400, 401);
    }

    @Test
    @DisplayName("lets /auth/me tell who is calling, by session and by key")
    void tellsCaller(Account anna) {
        var key = anna.issue("scopes", List.of("read", "delete"));

        var session = anna.api().get("/auth/me").expect(200);
        var program = key.api().get("/auth/me").expect(200);

        assertThat(session.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("user", "tokenType");
        assertThat(session.text("user.id")).isEqualTo(anna.id());
        assertThat(session.text("tokenType")).isEqualTo("session_token");
        assertThat(program.get("user")).isEqualTo(session.get("user"));
        assertThat(program.text("tokenType")).isEqualTo("api_key");
        assertThat(program.text("keyId")).isEqualTo(key.id());
        assertThat(program.texts("scopes")).containsExactlyInAnyOrder("read", "delete");
    }

    @Test
    @DisplayName("ends with signing out: 204, and the token is dead at once")
    void endsSession(Account anna) {
        anna.api().get("/auth/me").expect(200);

        assertThat(anna.api().post("/auth/logout").expect(204).body()).isEmpty();

        anna.api().get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        anna.api().post("/auth/logout").expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("again gives a session of its own")
    void isIndependent(Account anna, Api api) {
        var other = signIn(api, anna.email(), anna.password()).expect(200).text("token");

        anna.api().post("/auth/logout").expect(204);

        api.as(other).get("/auth/me").expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "password_hash = email, 401, INVALID_CREDENTIALS",
        "suspended = true, 403, ACCOUNT_SUSPENDED"
    })
    @DisplayName("begins no session if the account changes after its password was checked")
    void noticesLateChanges(
            String change,
            int status,
            String errorCode,
            Account anna,
            Api api,
            TestDatabase database)
            throws SQLException {
        signIn(api, anna.email(), "not this password").expect(401);
        var subject =
                database.rows("select subject from sign_in_failure order by id desc").get(0).get(0);

        CompletableFuture<Answer> late;
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(
                    "update account set %s where id = '%s'".formatted(change, anna.id()));
            late = CompletableFuture.supplyAsync(() -> signIn(api, anna.email(), anna.password()));
            eventually(() -> failures(database, subject), count -> count == 0);
            connection.commit();
        }

        late.join().expectProblem(status, errorCode);
        assertThat(
                        database.count(
                                "select count(*) from auth_session where account_id = ?",
                                anna.id()))
                .isEqualTo(1);
    }

    /** A right password forgives them, before the session begins. */
    private static long failures(TestDatabase database, String subject) {
        return database.count("select count(*) from sign_in_failure where subject = ?", subject);
    }

    private static Answer signIn(Api api, String email, String password) {
        return api.post(LOGIN, fields("email", email, "password", password));
    }

    private static String withoutRequestId(Answer answer) {
        return answer.body().replace(answer.text("requestId"), "");
    }
}
