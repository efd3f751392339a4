package org.keywarden.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The messages of the pages")
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Pattern USE =
            Pattern.compile("getString\\(\\s*\"([\\w.]+)\"|msg\\['([\\w.]+)']");

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

    private static Set<String> used() throws IOException {
        try (var pages = Files.walk(Path.of("src", "main"))) {
            return pages.filter(
                            file ->
                                    file.toString().endsWith(".xhtml")
                                            || file.toString().endsWith("Page.java"))
                    .flatMap(file -> uses(file).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> uses(Path file) {
        try {
            return USE.matcher(Files.readString(file))
                    .results()
                    .map(use -> use.group(1) != null ? use.group(1) : use.group(2))
                    .collect(Collectors.toSet());
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
