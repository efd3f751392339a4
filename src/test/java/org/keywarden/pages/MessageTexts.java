package org.keywarden.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.keywarden.platform.message.Languages;

/** The messages as they lie in their files. */
final class MessageTexts {

    private static final Path FOLDER = Path.of("src/main/resources/org/keywarden/messages");
    private static final String SUFFIX = ".properties";

    private MessageTexts() {}

    /** Every file there is; the one of module and language is {@code keys_de.properties}. */
    static List<String> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What has a file in English, which has no suffix. */
    static List<String> modules() throws IOException {
        return files().stream()
                .filter(file -> !file.contains("_"))
                .map(file -> file.replace(SUFFIX, ""))
                .toList();
    }

    static String file(String module, Locale language) {
        var english = language.equals(Languages.DEFAULT);
        return module + (english ? "" : "_" + language.toLanguageTag()) + SUFFIX;
    }

    /** All texts in a language by their keys, each of which is in the right file, and once. */
    static Map<String, String> in(Locale language) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var module : modules()) {
            var file = FOLDER.resolve(file(module, language));
            assertThat(file).exists();
            texts.putAll(read(file, module));
        }
        return texts;
    }

    private static Map<String, String> read(Path file, String module) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var reader = Files.newBufferedReader(file)) {
            new Once(texts).load(reader);
        }
        assertThat(texts.keySet())
                .describedAs("keys in %s", file.getFileName())
                .allMatch(key -> key.matches(module + "(\\.\\w+)+"));
        return texts;
    }

    /** Properties that notice when the same key comes again. */
    private static final class Once extends Properties {

        private final transient Map<String, String> texts;

        Once(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        public synchronized Object put(Object key, Object text) {
            if (texts.put((String) key, (String) text) != null) {
                fail("There are two texts for %s", key);
            }
            return text;
        }
    }
}
