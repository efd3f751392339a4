package org.keywarden.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipFile;

/**
 * A Keycloak: an authorization server that we did not write. One for the whole test run, started when it is
 * first needed, on a free port of loopback, with the realm of {@code keycloak/keywarden-realm.json}.
 */
public final class Keycloak {

    /** A confidential client that has to use PKCE. */
    public static final String CLIENT = "keywarden";

    /** The same without a secret. */
    public static final String PUBLIC_CLIENT = "keywarden-public";

    /** One for which Keycloak asks its user to agree. */
    public static final String ASKING_CLIENT = "keywarden-asking";

    /** Of the clients that have one. Some of it changes when it is encoded. */
    public static final String CLIENT_SECRET = "a secret: with + and % of the tests";

    public static final String USER = "ada";
    public static final String PASSWORD = "difference-engine";

    private static final String REALM = "keywarden";
    private static final long LIMIT_SECONDS = 240;

    private final URI uri;

    private Keycloak(URI uri) {
        this.uri = uri;
    }

    public static Keycloak shared() {
        return Holder.KEYCLOAK;
    }

    /** Its issuer, whose metadata it publishes. */
    public URI issuer() {
        return URI.create(uri + "/realms/" + REALM);
    }

    /** Where browsers sign in. */
    public URI authorizationEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/auth");
    }

    /** Says whose a good access token is. */
    public URI userInfoEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/userinfo");
    }

    /** A browser that nobody has used yet. */
    public KeycloakBrowser browser() {
        return new KeycloakBrowser();
    }

    private static final class Holder {

        static final Keycloak KEYCLOAK = start();

        private static Keycloak start() {
            var port = Launch.freePort();
            try {
                var home = unpacked();
                var process = process(home, port);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
                awaitStart(process, home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Keycloak(URI.create("http://127.0.0.1:" + port));
        }
    }

    /** It says so when it listens; there is nothing to be asked before. */
    private static void awaitStart(Process process, Path home) throws IOException {
        var lines = new Lines(process.getInputStream(), line -> line.contains("Listening on:"));
        try {
            if (!listens(lines.awaited())) {
                end(process);
                throw new AssertionError("No Keycloak:\n" + String.join("\n", lines.all()));
            }
        } finally {
            Files.write(home.resolve("start.log"), lines.all());
        }
    }

    private static boolean listens(CompletableFuture<Boolean> awaited) {
        try {
            return awaited.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process process(Path home, int port) throws IOException {
        var builder =
                new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port);
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        return builder.redirectErrorStream(true).start();
    }

    /** The script, and the server that it has started. */
    private static void end(Process process) {
        var all = List.copyOf(process.descendants().toList());
        process.destroy();
        all.forEach(ProcessHandle::destroy);
    }

    /** Unpacked once for many test runs; what it keeps between them is what it compiled for itself. */
    private static Path unpacked() throws IOException {
        var archive = Path.of(System.getProperty("keywarden.test.keycloak", "")).toAbsolutePath();
        var folder = Path.of("target", "keycloak").toAbsolutePath();
        var version = archive.getFileName().toString().replaceAll(".*-dist-|[.]zip$", "");
        var home = folder.resolve("keycloak-" + version);
        if (!Files.exists(home.resolve("unpacked"))) {
            unpack(archive, folder);
            Files.createFile(home.resolve("unpacked"));
        }
        var realm = home.resolve("data/import/keywarden-realm.json");
        Files.createDirectories(realm.getParent());
        try (var json = Keycloak.class.getResourceAsStream("/keycloak/keywarden-realm.json")) {
            Files.copy(json, realm, StandardCopyOption.REPLACE_EXISTING);
        }
        return home;
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
