package org.keywarden.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.json.ObjectMapperProducer;
import org.keywarden.testing.EndedServer;
import org.keywarden.testing.Launch;
import org.keywarden.testing.RunningServer;

@DisplayName("The launcher")
class LauncherIT {

    private static final Pattern PASSWORD = Pattern.compile("Password +(\\S+) ");

    @Test
    @DisplayName("names every mistake in the configuration in a line of its own")
    void namesMistakes() {
        var ended =
                Launch.keywarden()
                        .with("KEYWARDEN_MODE", "staging")
                        .with("KEYWARDEN_HTTP_PORT", "99999")
                        .with("KEYWARDEN_SECRET", "too-short-a-secret")
                        .with("KEYWARDEN_KEYS_PREFIX", "Key!")
                        .with("KEYWARDEN_ADMIN_PASSWORD", "short-pass")
                        .with("KEYWARDEN_ADMIN_EMAIL", "nobody")
                        .with("KEYWARDEN_DB_URL", "jdbc:mysql://localhost/x")
                        .with("KEYWARDEN_SESSIONS_IDLE", "30 minutes")
                        .startToEnd();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(mistakes(ended))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("KEYWARDEN_MODE"),
                        line -> assertThat(line).contains("KEYWARDEN_HTTP_PORT"),
                        line -> assertThat(line).contains("KEYWARDEN_SECRET"),
                        line -> assertThat(line).contains("KEYWARDEN_KEYS_PREFIX"),
                        line -> assertThat(line).contains("KEYWARDEN_ADMIN_PASSWORD"),
                        line -> assertThat(line).contains("KEYWARDEN_ADMIN_EMAIL"),
                        line -> assertThat(line).contains("KEYWARDEN_DB_URL"),
                        line -> assertThat(line).contains("KEYWARDEN_SESSIONS_IDLE", "PT2M"));
        assertThat(ended.err() + "" + ended.out())
                .doesNotContain("too-short-a-secret", "short-pass");
    }

    @Test
    @DisplayName("refuses production without PostgreSQL and without a secret")
    void isStrictInProduction() {
        var ended = Launch.keywarden().with("KEYWARDEN_MODE", "production").startToEnd();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(mistakes(ended))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("KEYWARDEN_DB_URL", "PostgreSQL"),
                        line -> assertThat(line).contains("KEYWARDEN_SECRET", "required"));
    }

    @Test
    @DisplayName("refuses a port that is in use")
    void refusesUsedPort() throws IOException {
        try (var used = new ServerSocket(0)) {
            var port = String.valueOf(used.getLocalPort());

            var ended = Launch.keywarden().with("KEYWARDEN_HTTP_PORT", port).startToEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(mistakes(ended))
                    .singleElement()
                    .asString()
                    .contains("KEYWARDEN_HTTP_PORT", port);
        }
    }

    @Test
    @DisplayName("ends with the reason when PostgreSQL cannot be reached")
    void needsDatabase() {
        var address = "127.0.0.1:" + Launch.freePort();

        var ended =
                Launch.keywarden()
                        .withAdministrator()
                        .with("KEYWARDEN_DB_URL", "jdbc:postgresql://" + address + "/keywarden")
                        .startToEnd();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(mistakes(ended))
                .isNotEmpty()
                .anyMatch(line -> line.contains(address) && line.contains("refused"));
        assertThat(ended.out()).noneMatch(line -> line.contains("is ready"));
    }

    @Test
    @DisplayName("prints a random password once, keeps the secret to itself, and logs JSON if told")
    void startsWithNothing() throws IOException {
        var launch = Launch.keywarden();

        String password;
        try (var first = launch.start()) {
            assertThat(passwords(first)).hasSize(1);
            password = passwords(first).get(0);
            assertThat(first.err()).noneMatch(line -> line.contains(password(first)));
            signIn(first, password);
        }
        var secret = Files.getPosixFilePermissions(launch.dataDir().resolve("keywarden.secret"));
        assertThat(PosixFilePermissions.toString(secret)).isEqualTo("rw-------");

        try (var second = launch.with("KEYWARDEN_LOG_FORMAT", "json").start()) {
            assertThat(passwords(second)).isEmpty();
            assertThat(second.report()).doesNotContain(password);
            signIn(second, password);
            second.stop();
            assertThat(second.err()).isNotEmpty().allSatisfy(LauncherIT::assertIsJson);
        }
    }

    private static String password(RunningServer server) {
        return passwords(server).get(0);
    }

    private static void assertIsJson(String line) throws IOException {
        var json = ObjectMapperProducer.create().readTree(line);
        assertThat(json.has("time")).as(line).isTrue();
        assertThat(json.has("level")).as(line).isTrue();
        assertThat(json.has("message")).as(line).isTrue();
    }

    private static void signIn(RunningServer server, String password) {
        server.api()
                .post("/auth/login", fields("email", "admin@localhost", "password", password))
                .expect(200);
    }

    private static List<String> passwords(RunningServer server) {
        return server.report()
                .lines()
                .map(PASSWORD::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private static List<String> mistakes(EndedServer ended) {
        return ended.err().stream().filter(line -> line.startsWith("  - ")).toList();
    }
}
