package org.keywarden.platform.message;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The texts of one module in one language; those in English are in the file without a suffix. */
record MessageFile(String module, Locale language) {

    /** By their keys; none if there is no such file. */
    Map<String, Message> read() {
        var texts = new Properties();
        try (var file = MessageFile.class.getResourceAsStream(path())) {
            if (file == null) {
                return Map.of();
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(toUnmodifiableMap(key -> key, key -> message(key, texts)));
    }

    private Message message(String key, Properties texts) {
        return Message.of(key, texts.getProperty(key), Languages.formats(language));
    }

    private String path() {
        var suffix = language.equals(Languages.DEFAULT) ? "" : "_" + language.toLanguageTag();
        return "/org/keywarden/messages/" + module + suffix + ".properties";
    }
}
