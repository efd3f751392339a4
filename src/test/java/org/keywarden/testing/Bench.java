package org.keywarden.testing;

import java.util.UUID;

/**
 * The one server of a test run, started by the first test that needs it.
 *
 * @param secret what it was given as {@code KEYWARDEN_SECRET}
 */
public record Bench(RunningServer server, TestDatabase database, Accounts accounts, String secret)
        implements AutoCloseable {

    static Bench start() {
        var secret = UUID.randomUUID() + "-" + UUID.randomUUID();
        SeenSecrets.remember(secret);
        SeenSecrets.remember(Launch.ADMIN_PASSWORD);
        var launch =
                Launch.keywarden()
                        .withAdministrator()
                        .with("KEYWARDEN_SECRET", secret)
                        .with("KEYWARDEN_CORS_ORIGINS", "https://app.test, http://localhost:3000");
        var database = TestDatabase.create(launch.dataDir());
        var server = launch.on(database).start();
        try {
            return new Bench(server, database, new Accounts(server.api(), database), secret);
        } catch (RuntimeException | Error e) {
            server.kill();
            throw e;
        }
    }

    /** Orderly, so that the coverage of the server is written. */
    @Override
    public void close() {
        server.stop();
    }
}
