import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Runs a PostgreSQL of the tests' binaries on a free port of the loopback interface: prints its JDBC
 * URL, one line, and stops it when standard input ends or on SIGTERM. Argument: the data directory.
 *
 * <p>{@code java -cp <test classpath> src/bench/Postgres.java target/bench/postgres}
 */
final class Postgres {

    private static final PrintStream OUT = System.out;

    private Postgres() {}

    public static void main(String[] arguments) throws IOException {
        var postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(Path.of(arguments[0]))
                        .setCleanDataDirectory(true)
                        // The library has both off, for tests; no installation would.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        // On SIGTERM too, the library's own hook stops the server.
                        .setRegisterShutdownHook(true)
                        .start();
        OUT.println(postgres.getJdbcUrl("postgres", "postgres"));
        OUT.flush();
        awaitEnd(System.in);
        postgres.close();
    }

    private static void awaitEnd(InputStream input) throws IOException {
        while (input.read() >= 0) {
            // Whatever is typed is not for us; only the end counts.
        }
    }
}
