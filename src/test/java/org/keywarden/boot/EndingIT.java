package org.keywarden.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.Account.fields;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Api;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

@DisplayName("A server that ends")
class EndingIT {

    private static final int ENOUGH = 300;
    private static final int THREADS = 6;

    @Test
    @DisplayName("by kill -9 has kept every key that it acknowledged, and none half made")
    void losesNoKey() {
        var launch = Launch.keywarden();
        var database = TestDatabase.create(launch.dataDir());
        launch.on(database).withAdministrator();
        var acknowledged = new ConcurrentHashMap<String, String>();

        Account anna;
        try (var server = launch.start()) {
            anna = new Accounts(server.api(), database).create();
            var api = anna.api();
            Parallel.times(THREADS, () -> issueUntilKilled(server, api, acknowledged));
        }

        try (var server = launch.start()) {
            var again = server.api().as(anna.token());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            acknowledged.forEach((id, raw) -> assertWorks(again, id, raw));
            assertThat(stored(database, "")).isGreaterThanOrEqualTo(acknowledged.size());
            assertThat(stored(database, " where project_id is null")).isZero();
        }
    }

    @Test
    @DisplayName("in good order has written every use of a key")
    void losesNoUse() {
        var launch = Launch.keywarden();
        var database = TestDatabase.createExclusive(launch.dataDir());
        var uses = 40;

        String id;
        try (var server = launch.on(database).withAdministrator().start()) {
            var anna = new Accounts(server.api(), database).administrator();
            var key = anna.issue();
            id = key.id();
            IntStream.range(0, uses).forEach(i -> anna.verify(key.raw()));
        }

        assertThat(database.count("select sum(requests) from key_usage where key_id = ?", id))
                .isEqualTo(uses);
        assertThat(
                        database.count(
                                "select count(*) from api_key where id = ? and last_used_at is not null",
                                id))
                .isEqualTo(1);
    }

    private static long stored(TestDatabase database, String condition) {
        return database.count("select count(*) from api_key" + condition);
    }

    /** Whoever has the last of enough keys kills the server, while the others go on. */
    private static int issueUntilKilled(RunningServer server, Api api, Map<String, String> keys) {
        int issued = 0;
        try {
            while (true) {
                var answer = api.post("/developer/keys", aKey()).expect(201);
                keys.put(answer.text("key.id"), answer.text("rawApiKey"));
                issued++;
                if (keys.size() == ENOUGH) {
                    server.kill();
                }
            }
        } catch (UncheckedIOException e) {
            return issued; // nobody answers any more
        }
    }

    private static void assertWorks(Api api, String id, String raw) {
        var answer = api.post("/keys/verify", fields("key", raw)).expect(200);
        assertThat(answer.text("code")).isEqualTo("VALID");
        assertThat(answer.text("keyId")).isEqualTo(id);
    }
}
