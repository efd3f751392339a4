package org.keywarden.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How to start a Keywarden from {@code target/keywarden.jar}: by default on a free port, with an
 * empty data directory below {@code target/servers}, believing what local clients say about their address, and
 * with nothing else configured.
 */
public final class Launch {

    /** The first administrator's address and password on the servers that are given one. */
    public static final String ADMIN_EMAIL = "admin@keywarden.test";

    public static final String ADMIN_PASSWORD = "correct-horse-battery-staple";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> environment = new TreeMap<>();

    private Launch() {}

    public static Launch keywarden() {
        var port = freePort();
        return new Launch()
                .with("KEYWARDEN_HTTP_PORT", String.valueOf(port))
                .with("KEYWARDEN_DATA_DIR", newDirectory().toString())
                .with("KEYWARDEN_PROXIES_TRUSTED", "127.0.0.1");
    }

    /** Starts with this environment variable. */
    public Launch with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Launch withAdministrator() {
        return with("KEYWARDEN_ADMIN_EMAIL", ADMIN_EMAIL)
                .with("KEYWARDEN_ADMIN_PASSWORD", ADMIN_PASSWORD);
    }

    public Launch on(TestDatabase database) {
        return with("KEYWARDEN_DB_URL", database.url())
                .with("KEYWARDEN_DB_USER", database.user())
                .with("KEYWARDEN_DB_PASSWORD", database.password());
    }

    public int port() {
        return Integer.parseInt(environment.get("KEYWARDEN_HTTP_PORT"));
    }

    public Path dataDir() {
        return Path.of(environment.get("KEYWARDEN_DATA_DIR"));
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws AssertionError with everything it wrote, if it ends instead
     */
    public RunningServer start() {
        return RunningServer.of(this, process(List.of()));
    }

    /** Starts it and waits until it ends by itself. */
    public EndedServer startToEnd() {
        return run();
    }

    /** Runs a command of the jar, with the same variables, and waits until it ends. */
    public EndedServer run(String... arguments) {
        return EndedServer.of(process(List.of(arguments)));
    }

    public static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process process(List<String> arguments) {
        var jar = Path.of("target", "keywarden.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "Build " + jar.toAbsolutePath() + " first: mvn package");
        }
        var command = command(jar);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("KEYWARDEN_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx640m"));
        command.add("-Dh2.bindAddress=127.0.0.1"); // with AUTO_SERVER it would take a public one
        command.add("-Djava.io.tmpdir=" + newDirectory());
        var agent = System.getProperty("keywarden.test.agent", "");
        if (agent.startsWith("-javaagent")) {
            command.add(agent);
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path newDirectory() {
        var name = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        try {
            return Files.createDirectories(Path.of("target", "servers", name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
