package org.keywarden.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The master secret")
class MasterSecretTest {

    private static final String NEW = "the newest secret, of more than 32 characters";
    private static final String OLD = "an older secret, also of more than 32 characters";
    private static final String OLDEST = "the oldest secret, just as long as it has to be";

    @Nested
    @DisplayName("derives keys that")
    class Derivation {

        /** Appendix A.3: no salt, no info; the only one of the vectors that our use can reach. */
        @Test
        @DisplayName("are those of RFC 5869, test case 3")
        void matchesTheStandard() {
            var secret = MasterSecrets.of("\u000b".repeat(22));

            var key = secret.derive("", 42).get(0);

            assertThat(HexFormat.of().formatHex(key))
                    .isEqualTo(
                            "8da4e775a563c18f715f802a063c5a31"
                                    + "b8a11f5c5ee1879ec3454e5f3c738d2d"
                                    + "9d201395faa4b61a96c8");
        }

        @Test
        @DisplayName("are the same whenever and wherever they are derived")
        void areStable() {
            assertThat(MasterSecrets.of(NEW).derive("keywarden/test/v1", 32))
                    .containsExactlyElementsOf(
                            MasterSecrets.of(NEW).derive("keywarden/test/v1", 32));
        }

        @Test
        @DisplayName("differ by purpose and by secret")
        void differ() {
            var one = MasterSecrets.of(NEW).derive("keywarden/one/v1", 32).get(0);
            var two = MasterSecrets.of(NEW).derive("keywarden/two/v1", 32).get(0);
            var other = MasterSecrets.of(OLD).derive("keywarden/one/v1", 32).get(0);

            assertThat(Stream.of(one, two, other).map(HexFormat.of()::formatHex).distinct())
                    .hasSize(3);
        }

        @Test
        @DisplayName("come from every secret, the newest first")
        void comeInOrder() {
            var keys = MasterSecrets.of(NEW, OLD, OLDEST).derive("keywarden/test/v1", 32);

            assertThat(keys)
                    .containsExactly(
                            MasterSecrets.of(NEW).derive("keywarden/test/v1", 32).get(0),
                            MasterSecrets.of(OLD).derive("keywarden/test/v1", 32).get(0),
                            MasterSecrets.of(OLDEST).derive("keywarden/test/v1", 32).get(0));
        }
    }

    @Nested
    @DisplayName("that nobody configured")
    class Generated {

        @TempDir Path folder;

        @Test
        @DisplayName("is generated into a file that only its owner can read")
        void isPrivate() throws IOException {
            MasterSecrets.generatedIn(folder.resolve("new/data"));

            var file = folder.resolve("new/data/keywarden.secret");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).matches("[0-9A-Za-z]{43}");
        }

        @Test
        @DisplayName("leaves nothing else behind")
        void leavesNothingElse() throws IOException {
            MasterSecrets.generatedIn(folder);

            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactly("keywarden.secret");
            }
        }

        @Test
        @DisplayName("is the same after a restart")
        void survivesRestart() {
            assertThat(first(MasterSecrets.generatedIn(folder)))
                    .isEqualTo(first(MasterSecrets.generatedIn(folder)));
        }

        @Test
        @DisplayName("differs between installations")
        void differsElsewhere() {
            assertThat(first(MasterSecrets.generatedIn(folder.resolve("a"))))
                    .isNotEqualTo(first(MasterSecrets.generatedIn(folder.resolve("b"))));
        }

        @RepeatedTest(20)
        @DisplayName("is one, even when eight processes start at once")
        void isOneForAll() throws InterruptedException {
            Callable<String> start = () -> first(MasterSecrets.generatedIn(folder));
            var threads = Executors.newFixedThreadPool(8);

            try {
                var keys =
                        threads.invokeAll(Stream.generate(() -> start).limit(8).toList()).stream()
                                .map(MasterSecretTest::result)
                                .collect(Collectors.toSet());

                assertThat(keys).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        @DisplayName("is refused if the file holds less than a secret")
        void refusesTruncatedFile() throws IOException {
            Files.writeString(folder.resolve("keywarden.secret"), "short\n");

            assertThatThrownBy(() -> MasterSecrets.generatedIn(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("keywarden.secret")
                    .hasMessageNotContaining("short");
        }
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static String first(MasterSecret secret) {
        return HexFormat.of().formatHex(secret.derive("keywarden/test/v1", 32).get(0));
    }
}
