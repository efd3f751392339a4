package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Api;
import org.keywarden.testing.EndedServer;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

/** One chain, written by all at once until the servers are killed; each test damages it anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The command that verifies the audit chain")
class AuditChainIT {

    private static final int WRITERS = 16;
    private static final int ENOUGH = 60;

    private final Launch launch =
            Launch.keywarden()
                    .withAdministrator()
                    .with("KEYWARDEN_SECRET", "the-secret-of-the-tests-of-the-audit-chain");
    private final TestDatabase database = TestDatabase.createExclusive(launch.dataDir());
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private EndedServer whileRunning;
    private EndedServer afterKill;

    /** On PostgreSQL there are two nodes. */
    @BeforeAll
    void writeUntilKilled() {
        launch.on(database);
        try (var server = launch.start();
                var second = TestDatabase.isPostgres() ? another().start() : server) {
            var token =
                    new Accounts(server.api(), database)
                            .signIn(Launch.ADMIN_EMAIL, Launch.ADMIN_PASSWORD);
            var apis = List.of(server.api().as(token), second.api().as(token));
            Parallel.times(WRITERS, () -> apis.get(0).post("/developer/keys", aKey()).expect(201));
            whileRunning = launch.run("verify-audit");
            var turn = new AtomicInteger();
            Parallel.times(
                    WRITERS,
                    () -> issueUntilKilled(apis.get(turn.getAndIncrement() % 2), server, second));
        }
        afterKill = launch.run("verify-audit");
        database.change("create table saved_entry as select * from audit_entry");
        database.change("create table saved_head as select * from audit_head");
    }

    @AfterEach
    void repair() {
        database.change("delete from audit_entry");
        database.change("insert into audit_entry select * from saved_entry");
        database.change("delete from audit_head");
        database.change("insert into audit_head select * from saved_head");
    }

    @Test
    @DisplayName("works beside a running server; but says so when H2's file is in use by one")
    void runsBesideTheServer() {
        if (TestDatabase.isPostgres()) {
            assertThat(whileRunning.exitCode()).as(whileRunning.toString()).isZero();
        } else {
            assertThat(whileRunning.exitCode()).isEqualTo(1);
            assertThat(whileRunning.err()).anyMatch(line -> line.contains("in use by a running"));
        }
    }

    @Test
    @DisplayName(
            "finds it sound after parallel writers were killed, with every acknowledged change")
    void survivesKill() {
        assertThat(afterKill.exitCode()).as(afterKill.toString()).isZero();
        assertThat(afterKill.out()).contains("The audit chain is sound.", "  Head     " + head());
        assertThat(afterKill.err()).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        var told =
                database.rows("select target from audit_entry where action = 'key.issued'").stream()
                        .map(row -> row.get(0))
                        .toList();
        assertThat(told).containsAll(acknowledged);
        assertThat(database.count("select max(sequence) - count(sequence) from audit_entry"))
                .isZero();
        assertThat(database.count("select count(*) from audit_entry where sequence is null"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sequence 5, | update audit_entry set actor_id = 'usr_x' where sequence = 5",
                "sequence 5, | update audit_entry set at = at + interval '1' hour where sequence = 5",
                "sequence 5, | update audit_entry set owner_id = 'usr_x' where sequence = 5",
                "sequence 5, | update audit_entry set key_id = null where sequence = 5",
                "sequence 7: removed | delete from audit_entry where sequence = 7",
                "sequence 1: removed | delete from audit_entry where sequence = 1",
                "sequence 1: removed | update audit_entry set sequence = null where sequence <= 3",
                "sequence 9, | update audit_entry set sequence = -9 where sequence = 9; update audit_entry set sequence = 9 where sequence = 10; update audit_entry set sequence = 10 where sequence = -9",
                "sequence 0, | insert into audit_entry (id, at, action, target, owner_id, changes, sequence) values ('aud_x', current_timestamp, 'a', 't', 'o', '{}', 0)",
                "the head is missing | delete from audit_head",
                "the head | update audit_head set sequence = 5, hash = (select hash from audit_entry where sequence = 5)",
            })
    @DisplayName("finds what was edited, removed, exchanged or inserted, and where")
    void findsDamage(String where, String damage) {
        Stream.of(damage.split("; ")).forEach(database::change);

        var ended = launch.run("verify-audit");

        assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err())
                .singleElement()
                .asString()
                .startsWith("The audit chain is broken at " + where);
    }

    @Test
    @DisplayName(
            "finds that the end was cut off, also when the head was set back to what it was once")
    void findsCutOffEnd() {
        var noted = head();
        assertThat(launch.run("verify-audit", "--head", noted).exitCode()).isZero();

        database.change(
                "delete from audit_entry where sequence = (select sequence from audit_head)");

        var ended = launch.run("verify-audit", "--head", noted);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().get(0)).contains("removed");
    }

    @Test
    @DisplayName("does not judge what it cannot check: another secret aside, that is exit code 1")
    void needsWhatTheServerNeeds() {
        var unset = Launch.keywarden().on(database).run("verify-audit");
        assertThat(unset.exitCode()).isEqualTo(1);
        assertThat(unset.err().get(1)).contains("KEYWARDEN_SECRET");

        var strange =
                Launch.keywarden()
                        .on(database)
                        .with("KEYWARDEN_SECRET", "a-secret-that-this-chain-was-not-made-with")
                        .run("verify-audit");
        assertThat(strange.exitCode()).isEqualTo(2);
        assertThat(strange.err().get(0)).contains("none of the configured secrets");

        var rotated =
                Launch.keywarden()
                        .on(database)
                        .with("KEYWARDEN_SECRET", "a-secret-that-this-chain-was-not-made-with")
                        .with(
                                "KEYWARDEN_SECRET_PREVIOUS",
                                "the-secret-of-the-tests-of-the-audit-chain")
                        .run("verify-audit");
        assertThat(rotated.exitCode()).as(rotated.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "verify-audit, --head, x",
        "verify-audit, --head, ''",
        "verify-audit, --tail, 1:2",
        "nonsense, --head, x",
        "--port, 8080, x",
    })
    @DisplayName("refuses what it does not know")
    void refusesUnknown(String first, String second, String third) {
        var ended = launch.run(first, second, third);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).isNotEmpty();
        assertThat(ended.out()).isEmpty();
    }

    @Test
    @DisplayName("is listed by --help")
    void isListed() {
        var ended = launch.run("--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).anyMatch(line -> line.contains("verify-audit"));
    }

    private Launch another() {
        return Launch.keywarden()
                .withAdministrator()
                .with("KEYWARDEN_SECRET", "the-secret-of-the-tests-of-the-audit-chain")
                .on(database);
    }

    private String head() {
        return String.join(":", database.rows("select sequence, hash from saved_head").get(0));
    }

    /** Whoever has the last of enough keys kills the nodes, while the others go on. */
    private int issueUntilKilled(Api api, RunningServer server, RunningServer second) {
        int issued = 0;
        try {
            while (true) {
                var id = api.post("/developer/keys", aKey()).expect(201).text("key.id");
                acknowledged.add(id);
                issued++;
                if (acknowledged.size() == ENOUGH) {
                    Stream.of(server, second).distinct().forEach(RunningServer::kill);
                }
            }
        } catch (UncheckedIOException e) {
            return issued; // nobody answers any more
        }
    }
}
