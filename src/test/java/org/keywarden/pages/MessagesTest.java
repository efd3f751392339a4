package org.keywarden.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.handoffs.Outcome;

@DisplayName("The messages of the pages")
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    /** How files name messages, by the ends of their names. */
    private static final Map<String, Pattern> USES =
            Map.of(
                    ".xhtml",
                    Pattern.compile("msg\\['([\\w.]+)']"),
                    ".mustache",
                    Pattern.compile("\\{\\{msg\\.([\\w.]+)}}"),
                    "Page.java",
                    Pattern.compile("getString\\(\\s*\"([\\w.]+)\""),
                    ".java",
                    Pattern.compile(
                            "(?:HtmlView\\.of|withText)\\(\\s*\"[^\"]+\",\\s*\"([\\w.]+)\""));

    /** Words that are the same in both languages. */
    private static final Map<String, Set<String>> SAME =
            Map.of(
                    "fr", Set.of("signIn.email"),
                    "it", Set.of("signIn.email", "signIn.password"),
                    "nl", Set.of("signIn.email"),
                    "pl", Set.of("signIn.email"),
                    "pt", Set.of("signIn.email"));

    @ParameterizedTest(name = "{0}")
    @DisplayName("are complete and translated, with the same placeholders")
    @ValueSource(strings = {"de", "es", "fr", "it", "nl", "pl", "pt", "ru"})
    void areComplete(String language) throws IOException {
        var english = messages("");
        var translated = messages("_" + language);

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (key, text) -> {
                    var translation = translated.get(key);
                    assertThat(translation).describedAs(key).isNotBlank();
                    assertThat(placeholders(translation)).isEqualTo(placeholders(text));
                    assertThat(translation.equals(text))
                            .describedAs("%s is as in English", key)
                            .isEqualTo(SAME.getOrDefault(language, Set.of()).contains(key));
                });
    }

    @Test
    @DisplayName("are all used, and none is missing")
    void areUsed() throws IOException {
        assertThat(used()).isEqualTo(messages("").keySet());
    }

    /** What pages, templates and classes name, and what each outcome of a hand-off says. */
    private static Set<String> used() throws IOException {
        try (var files = Files.walk(Path.of("src", "main"))) {
            var named = files.filter(Files::isRegularFile).flatMap(MessagesTest::uses);
            return Stream.concat(named, Arrays.stream(Outcome.values()).flatMap(MessagesTest::says))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> says(Outcome outcome) {
        return Stream.of(outcome.titleMessage(), outcome.textMessage(), outcome.nextMessage());
    }

    private static Stream<String> uses(Path file) {
        return USES.entrySet().stream()
                .filter(use -> file.toString().endsWith(use.getKey()))
                .flatMap(use -> use.getValue().matcher(read(file)).results())
                .map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> messages(String suffix) throws IOException {
        var properties = new Properties();
        try (var file =
                new InputStreamReader(
                        MessagesTest.class.getResourceAsStream(
                                "/org/keywarden/messages" + suffix + ".properties"),
                        StandardCharsets.UTF_8)) {
            properties.load(file);
        }
        var messages = new TreeMap<String, String>();
        properties.forEach((key, text) -> messages.put((String) key, (String) text));
        return messages;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
    }
}
