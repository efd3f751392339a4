package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/docs/secret-scanning.md} promises. */
@DisplayName("A scanner for leaked keys")
class SecretScanningTest {

    private static final String KEY =
            "kw_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRpe";
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LOOK_ALIKES = 1_000_000;

    private final Random random = new Random(1); // always the same look-alikes
    private String document;

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("src/docs/secret-scanning.md"));
    }

    @Test
    @DisplayName("finds keys in the middle of text by the documented pattern")
    void findsKeys() {
        var pattern = Pattern.compile(fence("text").strip());
        var other = nativeKey();
        var text = "KEY=\"" + KEY + "\", x" + KEY + " " + KEY + "0 (" + other + ")\n-" + KEY;

        assertThat(pattern.matcher(text).results().map(MatchResult::group))
                .containsExactly(KEY, other, KEY);
    }

    @Test
    @DisplayName("takes none of a million random look-alikes for a key")
    void rejectsLookAlikes() {
        var pattern = Pattern.compile(fence("text").strip());

        var accepted =
                Stream.generate(this::lookAlike)
                        .limit(LOOK_ALIKES)
                        .peek(text -> assertThat(pattern.matcher(text).matches()).isTrue())
                        .filter(Secret::isWellFormed)
                        .count();

        assertThat(accepted).isZero();
    }

    @Test
    @DisplayName("tells keys from look-alikes with the documented program")
    void runsTheProgram(@TempDir Path folder) throws IOException, InterruptedException {
        var source = Files.writeString(folder.resolve("CheckKeys.java"), fence("java"));
        var keys = Stream.concat(Stream.of(KEY), Stream.generate(this::nativeKey).limit(99));
        var lines = Stream.concat(keys, Stream.generate(this::lookAlike).limit(100)).toList();

        var program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                source.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var in = program.outputWriter(StandardCharsets.UTF_8)) {
            in.write(String.join("\n", lines) + "\n\n \nkw_\n");
        }
        var printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed.lines()).containsExactlyElementsOf(lines.subList(0, 100));
        assertThat(program.waitFor()).isZero();
    }

    private String fence(String language) {
        var fence = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL);
        var found = fence.matcher(document);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String nativeKey() {
        var lookup = new byte[Secret.LOOKUP_BYTES];
        var secret = new byte[Secret.SECRET_BYTES];
        random.nextBytes(lookup);
        random.nextBytes(secret);
        return Secret.of("kw", lookup, secret).text();
    }

    private String lookAlike() {
        var text = new StringBuilder("kw_%016x_".formatted(random.nextLong()));
        for (int i = 0; i < 49; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return text.toString();
    }
}
