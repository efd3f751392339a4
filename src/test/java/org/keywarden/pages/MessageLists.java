package org.keywarden.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the tests of messages are told beside the messages: lists in files. */
final class MessageLists {

    private MessageLists() {}

    /** Whether a text may be as in English. */
    static boolean isSame(String key, String language) throws IOException {
        return words(read("same-as-english").getProperty(key, "")).anyMatch(language::equals);
    }

    /** All that may be as in English in some language. */
    static Set<String> same() throws IOException {
        return new TreeSet<>(read("same-as-english").stringPropertyNames());
    }

    /** The beginnings of keys that are put together. */
    static Set<String> families() throws IOException {
        return new TreeSet<>(read("message-families").stringPropertyNames());
    }

    /** Every key of a family. */
    static Stream<String> members(String family) throws IOException {
        var said = words(read("message-families").getProperty(family)).toList();
        var endings = said.stream().filter(word -> word.startsWith(".")).toList();
        return said.stream()
                .filter(word -> !word.startsWith("."))
                .flatMap(MessageLists::constants)
                .flatMap(
                        word ->
                                endings.isEmpty()
                                        ? Stream.of(word)
                                        : endings.stream().map(word::concat))
                .map(family::concat);
    }

    private static Stream<String> constants(String word) {
        if (!word.startsWith("org.keywarden.")) {
            return Stream.of(word);
        }
        try {
            return Arrays.stream(Class.forName(word).getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static Properties read(String name) throws IOException {
        var list = new Properties();
        try (var file = MessageLists.class.getResourceAsStream(name + ".properties")) {
            list.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return list;
    }
}
