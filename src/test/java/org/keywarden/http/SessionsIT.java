package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("The sessions of a user")
class SessionsIT {

    private static final String SESSIONS = "/auth/sessions";

    @Test
    @DisplayName("are listed, the newest first, with where they came from and which one asks")
    void areListed(Account anna, Api api) {
        var other =
                signIn(anna, api.from("198.51.100.8").with("User-Agent", "Test/1.0 (a laptop)"));

        var answer = anna.api().get(SESSIONS).expect(200);

        assertThat(answer.json().fieldNames()).toIterable().containsExactly("sessions");
        assertThat(answer.get("sessions").get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id", "createdAt", "lastUsedAt", "address", "userAgent", "current");
        assertThat(answer.texts("sessions", "current")).containsExactly("false", "true");
        assertThat(answer.text("sessions.0.userAgent")).isEqualTo("Test/1.0 (a laptop)");
        assertThat(answer.text("sessions.0.address")).isEqualTo("198.51.100.8");
        assertThat(answer.text("sessions.0.lastUsedAt"))
                .isEqualTo(answer.text("sessions.0.createdAt"));
        assertThat(other.get(SESSIONS).texts("sessions", "current"))
                .containsExactly("true", "false");
        assertThat(answer.body()).doesNotContain(anna.token());
    }

    @Test
    @DisplayName("may come from a client that says nothing of itself, or far too much")
    void takeAnyUserAgent(Account anna, Api api) {
        signIn(anna, api.with("User-Agent", ""));
        signIn(anna, api.with("User-Agent", "x".repeat(4000)));

        var answer = anna.api().get(SESSIONS).expect(200);

        assertThat(answer.text("sessions.0.userAgent")).isEqualTo("x".repeat(256));
        assertThat(answer.get("sessions.1.userAgent").isNull()).isTrue();
    }

    @Test
    @DisplayName("are not those of anybody else, nor those that are over")
    void areOwnAndCurrent(Account anna, Account ben, Api api, TestDatabase database) {
        signIn(anna, api).post("/auth/logout").expect(204);
        var expired = signIn(anna, api);
        expire(database, ids(anna.api()).get(0));

        assertThat(ids(anna.api())).hasSize(1);
        assertThat(ids(ben.api())).hasSize(1).doesNotContainAnyElementsOf(ids(anna.api()));
        eventually(() -> expired.get("/auth/me").status(), status -> status == 401);
    }

    @Test
    @DisplayName("end one by one: 204, again too, and the token is dead at once")
    void endOneByOne(Account anna, Api api, TestDatabase database) {
        var other = signIn(anna, api);
        var id = ids(anna.api()).get(0);
        other.get("/auth/me").expect(200);

        assertThat(anna.api().delete(SESSIONS + "/" + id).expect(204).body()).isEmpty();

        other.get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        anna.api().delete(SESSIONS + "/" + id).expect(204);
        assertThat(ids(anna.api())).hasSize(1);
        assertThat(ended(database, id)).isEqualTo(1);
    }

    @Test
    @DisplayName("end once in parallel")
    void endOnceInParallel(Account anna, Api api, TestDatabase database) {
        signIn(anna, api);
        var id = ids(anna.api()).get(0);

        var statuses = Parallel.times(10, () -> anna.api().delete(SESSIONS + "/" + id).status());

        assertThat(statuses).containsOnly(204);
        assertThat(ended(database, id)).isEqualTo(1);
    }

    @Test
    @DisplayName("may end themselves")
    void endThemselves(Account anna) {
        anna.api().delete(SESSIONS + "/" + ids(anna.api()).get(0)).expect(204);

        anna.api().get(SESSIONS).expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("end all but the one that asks")
    void endAllOthers(Account anna, Account ben, Api api) {
        var others = List.of(signIn(anna, api), signIn(anna, api));
        others.forEach(other -> other.get("/auth/me").expect(200));

        anna.api().delete(SESSIONS).expect(204);

        assertThat(others)
                .allSatisfy(other -> other.get("/auth/me").expectProblem(401, "UNAUTHENTICATED"));
        assertThat(ids(anna.api())).hasSize(1);
        anna.api().delete(SESSIONS).expect(204);
        ben.api().get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("are 404 alike if they are unknown, somebody else's or no id at all")
    void areMasked(Account anna, Account ben) {
        var foreign = ids(ben.api()).get(0);
        var refusals =
                List.of(
                        anna.api().delete(SESSIONS + "/" + foreign),
                        anna.api().delete(SESSIONS + "/ses_" + hex()),
                        anna.api().delete(SESSIONS + "/usr_" + hex()),
                        anna.api().delete(SESSIONS + "/%20"),
                        anna.api().delete(SESSIONS + "/" + "x".repeat(500)));

        assertThat(refusals).allSatisfy(answer -> answer.expectProblem(404, "NOT_FOUND"));
        assertThat(refusals)
                .extracting(answer -> answer.text("detail"))
                .containsOnly(refusals.get(0).text("detail"));
        ben.api().get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("are nobody's business without a session: 401, and 403 for keys")
    void needASession(Account anna, Api api) {
        var key = anna.issue("scopes", List.of("read", "write", "update", "delete")).api();

        for (var path : List.of(SESSIONS, SESSIONS + "/ses_" + hex())) {
            api.delete(path).expectProblem(401, "UNAUTHENTICATED");
            key.delete(path).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        }
        api.get(SESSIONS).expectProblem(401, "UNAUTHENTICATED");
        key.get(SESSIONS).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
    }

    @Test
    @DisplayName("tell their methods, though two resources share the path")
    void tellTheirMethods(Account anna, Api api) {
        assertThat(api.send("OPTIONS", SESSIONS).expect(204).header("Allow"))
                .contains("GET", "DELETE");
        anna.api().post(SESSIONS).expectProblem(405, "METHOD_NOT_ALLOWED");
        assertThat(api.send("OPTIONS", "/auth/me").expect(204).header("Allow")).contains("GET");
        assertThat(api.send("OPTIONS", "/auth/login").expect(204).header("Allow")).contains("POST");
    }

    @Test
    @DisplayName("remember when they were used, within a minute and outside of the request")
    void rememberTheirUse(Account anna, TestDatabase database) {
        var id = ids(anna.api()).get(0);
        var api = anna.api();
        var early = Instant.now().minus(Duration.ofHours(1));
        var fresh = signInUnused(anna, database, early);

        fresh.get("/auth/me").expect(200);

        eventually(
                () -> api.get(SESSIONS).expect(200).time("sessions.0.lastUsedAt"),
                used -> used.isAfter(early.plusSeconds(60)));
        assertThat(ids(api)).contains(id);
    }

    /** A session that began earlier and that this server has not seen in use. */
    private static Api signInUnused(Account anna, TestDatabase database, Instant began) {
        var token =
                anna.api()
                        .without("Authorization")
                        .post(
                                "/auth/login",
                                fields("email", anna.email(), "password", anna.password()))
                        .expect(200)
                        .text("token");
        database.change(
                "update auth_session set created_at = ?, last_used_at = ? where id = ?",
                Timestamp.from(began),
                Timestamp.from(began),
                ids(anna.api()).get(0));
        return anna.api().without("Authorization").as(token);
    }

    private static Api signIn(Account anna, Api api) {
        Answer answer =
                api.post("/auth/login", fields("email", anna.email(), "password", anna.password()));
        return anna.api().without("Authorization").as(answer.expect(200).text("token"));
    }

    private static List<String> ids(Api api) {
        return api.get(SESSIONS).expect(200).texts("sessions", "id");
    }

    private static void expire(TestDatabase database, String id) {
        database.change(
                "update auth_session set expires_at = ? where id = ?",
                Timestamp.from(Instant.now().minusSeconds(1)),
                id);
    }

    private static long ended(TestDatabase database, String id) {
        return database.count(
                "select count(*) from audit_entry where action = 'session.ended' and target = ?",
                id);
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
