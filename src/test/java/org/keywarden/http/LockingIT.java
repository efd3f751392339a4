package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Too many failures to sign in")
class LockingIT {

    private static final String WRONG = "not this password";
    private static final String LOCKED = "account.locked";

    @Test
    @DisplayName("lock the account after five, for the right password too")
    void locksAfterFive(Account anna, Api api) {
        fail(api, anna.email(), 4);
        signIn(api, anna.email(), anna.password()).expect(200);

        fail(api, anna.email(), 5);
        signIn(api, anna.email(), anna.password()).expectProblem(401, "INVALID_CREDENTIALS");
        anna.api().get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("are told by nothing: unknown, wrong and locked are one answer, byte for byte")
    void tellNothing(Account anna, Account ben, Api api) {
        fail(api, ben.email(), 5);

        var refusals =
                List.of(
                        signIn(api, unknown(), WRONG),
                        signIn(api, anna.email(), WRONG),
                        signIn(api, ben.email(), WRONG),
                        signIn(api, ben.email(), ben.password()));

        assertThat(refusals).allSatisfy(answer -> answer.expectProblem(401, "INVALID_CREDENTIALS"));
        assertThat(refusals).extracting(LockingIT::withoutRequestId).containsOnly(bodyOf(refusals));
        assertThat(refusals).extracting(LockingIT::headers).containsOnly(headers(refusals.get(0)));
    }

    @Test
    @DisplayName("forget a suspension: right or wrong, a locked account is 401")
    void winOverSuspension(Account anna, Api api, Accounts accounts) {
        accounts.suspend(anna);
        signIn(api, anna.email(), anna.password()).expectProblem(403, "ACCOUNT_SUSPENDED");

        fail(api, anna.email(), 5);

        signIn(api, anna.email(), anna.password()).expectProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    @DisplayName("count for every spelling of the address")
    void countEverySpelling(Account anna, Api api) {
        fail(api, anna.email().toUpperCase(Locale.ROOT), 3);
        fail(api, " " + anna.email() + " ", 2);

        signIn(api, anna.email(), anna.password()).expectProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    @DisplayName("lock for 30 minutes, however often somebody tries meanwhile")
    void endByThemselves(Account anna, Api api, TestDatabase database) {
        fail(api, anna.email(), 5);
        var subject = lastSubject(database);
        moveBack(database, subject, Duration.ofMinutes(29));
        fail(api, anna.email(), 7);
        assertThat(failures(database, subject)).isEqualTo(5);

        moveBack(database, subject, Duration.ofMinutes(1));

        signIn(api, anna.email(), anna.password()).expect(200);
        assertThat(failures(database, subject)).isZero();
    }

    @Test
    @DisplayName("take five within 15 minutes")
    void takeFifteenMinutes(Account anna, Api api, TestDatabase database) {
        fail(api, anna.email(), 4);
        moveBack(database, lastSubject(database), Duration.ofMinutes(16));
        fail(api, anna.email(), 4);

        signIn(api, anna.email(), anna.password()).expect(200);
    }

    @Test
    @DisplayName("are kept for unknown addresses too, and none of them in clear")
    void countForNobody(Api api, TestDatabase database) {
        var email = unknown();
        fail(api, email, 6);

        assertThat(failures(database, lastSubject(database))).isEqualTo(5);
        assertThat(database.dump()).doesNotContain(email);
    }

    @Test
    @DisplayName("leave one audit entry, by the system, and none for an unknown address")
    void areAudited(Account anna, Api api, TestDatabase database) {
        var before = database.count("select count(*) from audit_entry where action = ?", LOCKED);
        fail(api, unknown(), 6);
        fail(api, anna.email(), 7);

        assertThat(
                        database.rows(
                                "select actor_id, owner_id, changes from audit_entry"
                                        + " where action = ? and target = ?",
                                LOCKED,
                                anna.id()))
                .containsExactly(List.of("null", anna.id(), "{}"));
        assertThat(database.count("select count(*) from audit_entry where action = ?", LOCKED))
                .isEqualTo(before + 1);
    }

    @Test
    @DisplayName("are five of twenty in parallel, and lock once")
    void areExactInParallel(Account anna, Api api, TestDatabase database) {
        var statuses = Parallel.times(20, () -> signIn(api, anna.email(), WRONG).status());

        assertThat(statuses).hasSize(20).containsOnly(401);
        assertThat(failures(database, lastSubject(database))).isEqualTo(5);
        assertThat(
                        database.count(
                                "select count(*) from audit_entry where action = ? and target = ?",
                                LOCKED,
                                anna.id()))
                .isEqualTo(1);
        signIn(api, anna.email(), anna.password()).expectProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    @DisplayName("refuse a right guess that was under way when the fifth failed")
    void refuseWhatIsUnderWay(Account anna, Api api, TestDatabase database) throws SQLException {
        fail(api, anna.email(), 1);
        var subject = lastSubject(database);

        CompletableFuture<Answer> guess;
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select slot from sign_in_turn for update").close();
            guess = CompletableFuture.supplyAsync(() -> signIn(api, anna.email(), anna.password()));
            for (int i = 0; i < 4; i++) {
                statement.executeUpdate(
                        "insert into sign_in_failure (id, subject, at) values ('%s', '%s', '%s')"
                                .formatted(
                                        "sif_" + UUID.randomUUID().toString().replace("-", ""),
                                        subject,
                                        Timestamp.from(Instant.now())));
            }
            connection.commit();
        }

        guess.join().expectProblem(401, "INVALID_CREDENTIALS");
    }

    private static void fail(Api api, String email, int times) {
        for (int i = 0; i < times; i++) {
            signIn(api, email, WRONG).expectProblem(401, "INVALID_CREDENTIALS");
        }
    }

    private static Answer signIn(Api api, String email, String password) {
        return api.post("/auth/login", fields("email", email, "password", password));
    }

    private static String unknown() {
        return UUID.randomUUID() + "@nobody.test";
    }

    private static String bodyOf(List<Answer> answers) {
        return withoutRequestId(answers.get(0));
    }

    private static String withoutRequestId(Answer answer) {
        return answer.body().replace(answer.text("requestId"), "");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("x-request-id", "date"));
        return headers;
    }

    /** The subject of the last failure; ids are time-ordered. */
    private static String lastSubject(TestDatabase database) {
        return database.rows("select subject from sign_in_failure order by id desc").get(0).get(0);
    }

    private static long failures(TestDatabase database, String subject) {
        return database.count("select count(*) from sign_in_failure where subject = ?", subject);
    }

    private static void moveBack(TestDatabase database, String subject, Duration by) {
        database.change(
                "update sign_in_failure set at = at - interval '%d' minute where subject = ?"
                        .formatted(by.toMinutes()),
                subject);
    }
}
