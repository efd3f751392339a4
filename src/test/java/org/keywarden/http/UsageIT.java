package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.keywarden.testing.Account.fields;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Bench;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("The use of a key")
class UsageIT {

    private static final String COUNTERS =
            "select sum(requests), sum(denied) from key_usage where key_id = ?";

    private static final String OUTCOMES =
            """
            select sum(requests), sum(denied), sum(revoked), sum(disabled), sum(expired),
                sum(owner_suspended), sum(insufficient_scope) from %s where %s = ?
            """;

    private static final String OF_OWNER =
            "select sum(requests) from owner_usage where owner_id = ?";

    private static final String ASKED =
            """
            select read_asked_on, write_asked_on, update_asked_on, delete_asked_on
            from api_key where id = ?
            """;

    @Test
    @DisplayName("shows in lastUsedAt")
    void showsLastUse(Account anna) {
        var key = anna.issue();
        var used = Instant.now();

        anna.verify(key.raw());

        var read = Eventually.eventually(key::read, k -> !k.get("key.lastUsedAt").isNull());
        assertThat(read.time("key.lastUsedAt")).isCloseTo(used, within(5, ChronoUnit.SECONDS));
    }

    @Test
    @DisplayName("counts granted and denied verifications, each once")
    void countsExactly(Account anna, TestDatabase database) {
        var key = anna.issue();

        Parallel.times(20, () -> anna.verify(key.raw()));
        Parallel.times(
                5,
                () ->
                        anna.api()
                                .post(
                                        "/keys/verify",
                                        fields("key", key.raw(), "requiredScope", "write")));

        var counters =
                Eventually.eventually(
                        () -> database.rows(COUNTERS, key.id()).toString(),
                        rows -> rows.startsWith("[[25, "));
        assertThat(counters).isEqualTo("[[25, 5]]");
    }

    @Test
    @DisplayName("by a refused request leaves lastUsedAt empty")
    void ignoresRefusals(Account anna, TestDatabase database) {
        var key = anna.issue();
        key.disable();

        anna.verify(key.raw());

        Eventually.eventually(
                () -> database.rows(COUNTERS, key.id()).toString(), "[[1, 1]]"::equals);
        assertThat(key.read().get("key.lastUsedAt").isNull()).isTrue();
    }

    @Test
    @DisplayName("is kept by its outcome, for the key and for its owner")
    void keepsOutcomes(Account anna, Accounts accounts, TestDatabase database) {
        var admin = accounts.createAdministrator();
        var key = anna.issue();
        anna.verify(key.raw());
        anna.api().post("/keys/verify", fields("key", key.raw(), "requiredScope", "write"));
        suspend(admin, anna, true);
        admin.verify(key.raw());
        key.api().get("/auth/me").expectProblem(403, "ACCOUNT_SUSPENDED");
        suspend(admin, anna, false);
        key.disable();
        anna.verify(key.raw());
        database.change("update api_key set expires_at = created_at where id = ?", key.id());
        anna.api().post(key.path() + "/enable").expect(200);
        anna.verify(key.raw());
        key.revoke();
        anna.verify(key.raw());

        var outcomes = "[[7, 6, 1, 1, 1, 2, 1]]";
        Eventually.eventually(
                () -> database.rows(OUTCOMES.formatted("key_usage", "key_id"), key.id()).toString(),
                outcomes::equals);
        assertThat(database.rows(OUTCOMES.formatted("owner_usage", "owner_id"), anna.id()))
                .hasToString(outcomes);
    }

    @Test
    @DisplayName("is summed up for the owner of the key, whoever had it verified")
    void sumsUpForOwners(Account anna, Accounts accounts, TestDatabase database) {
        var admin = accounts.createAdministrator();
        var first = anna.issue();
        var second = anna.issue();

        Parallel.times(10, () -> anna.verify(first.raw()));
        Parallel.times(10, () -> admin.verify(second.raw()));

        Eventually.eventually(
                () -> database.rows(OF_OWNER, anna.id()).toString(), "[[20]]"::equals);
        assertThat(database.rows(OF_OWNER, admin.id())).hasToString("[[null]]");
    }

    @Test
    @DisplayName("leaves a note of each scope that was asked for and granted")
    void notesScopes(Account anna, TestDatabase database) {
        var key = anna.issue("scopes", List.of("read", "write"));
        for (var scope : List.of("write", "delete")) {
            anna.api().post("/keys/verify", fields("key", key.raw(), "requiredScope", scope));
        }

        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(asked(database, key.id(), "write_asked_on")).isEqualTo(today.toString());
        assertThat(database.rows(ASKED, key.id()))
                .hasToString("[[null, " + today + ", null, null]]");
    }

    @Test
    @DisplayName("without a scope leaves none, and on our own routes the one of the route")
    void notesScopesOfRoutes(Account anna, TestDatabase database) {
        var key = anna.issue("scopes", List.of("read", "write"));
        anna.verify(key.raw());
        Eventually.eventually(key::read, k -> !k.get("key.lastUsedAt").isNull());
        assertThat(database.rows(ASKED, key.id())).hasToString("[[null, null, null, null]]");

        key.api().post("/keys/verify", fields("key", key.raw())).expect(200);

        var today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(asked(database, key.id(), "read_asked_on")).isEqualTo(today);
        assertThat(database.rows(COUNTERS, key.id())).hasToString("[[3, 0]]");
        assertThat(database.rows(ASKED, key.id()))
                .hasToString("[[" + today + ", null, null, null]]");
    }

    @Test
    @EnabledIfSystemProperty(named = "keywarden.test.database", matches = "postgresql")
    @DisplayName("adds up whichever node it was on, while all count the same keys")
    void addsUpNodes(Account anna, Bench bench, TestDatabase database) {
        var keys = Stream.generate(anna::issue).limit(8).toList();
        var launch = Launch.keywarden().with("KEYWARDEN_SECRET", bench.secret());
        try (var second = launch.on(database).start()) {
            var there = second.api().as(anna.token());

            Parallel.times(
                    200,
                    () -> {
                        for (var key : keys) {
                            var body = fields("key", key.raw(), "requiredScope", "read");
                            anna.api().post("/keys/verify", body).expect(200);
                            there.post("/keys/verify", body).expect(200);
                        }
                        return null;
                    });

            Eventually.eventually(
                    () -> database.rows(OF_OWNER, anna.id()).toString(), "[[3200]]"::equals);
            for (var key : keys) {
                assertThat(database.rows(COUNTERS, key.id())).hasToString("[[400, 0]]");
            }
        }
    }

    private static String asked(TestDatabase database, String key, String column) {
        var query = "select " + column + " from api_key where id = ?";
        return Eventually.eventually(
                () -> database.rows(query, key).get(0).get(0), day -> !day.equals("null"));
    }

    private static void suspend(Account admin, Account account, boolean suspended) {
        admin.api()
                .patch("/admin/users/" + account.id(), fields("suspended", suspended))
                .expect(200);
    }
}
