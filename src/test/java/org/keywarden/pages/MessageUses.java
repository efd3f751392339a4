package org.keywarden.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who names which messages. In Java and in the expressions of pages each literal that begins with the
 * name of a file of messages and a dot names one, or, if it ends in a dot, a family of them.
 */
final class MessageUses {

    private final Pattern java;
    private final Pattern page;
    private final Pattern template = Pattern.compile("\\{\\{msg\\.([\\w.]+)}}");

    /** These find a key also if there is no file for it. */
    private final Pattern expression = Pattern.compile("\\bmsg(?:\\[|\\.of\\()\\s*'([^']*)'");

    private final Pattern call =
            Pattern.compile(
                    "(?:HtmlView\\.of|withText|essages\\.text)\\(\\s*[^,()]+(?:\\(\\))?,\\s*\"([^\"]+)\""
                            + "|essages\\.(?:get|of)\\(\\s*\"([^\"]+)\"");

    MessageUses(List<String> modules) {
        var name = "((?:" + String.join("|", modules) + ")\\.[\\w.]*)";
        java = Pattern.compile("\"" + name + "\"");
        page = Pattern.compile("'" + name + "'");
    }

    /** All keys and beginnings of keys. */
    Set<String> all() throws IOException {
        try (var files = Files.walk(Path.of("src", "main"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(this::in)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Stream<String> in(Path file) {
        var name = file.toString();
        if (name.endsWith(".java")) {
            return in(read(file), java, call);
        }
        if (name.endsWith(".xhtml")) {
            return in(read(file), page, expression);
        }
        return name.endsWith(".mustache") ? in(read(file), template) : Stream.empty();
    }

    private static Stream<String> in(String text, Pattern... patterns) {
        return Stream.of(patterns)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(MessageUses::name);
    }

    private static String name(MatchResult found) {
        var name = found.group(1) == null ? found.group(2) : found.group(1);
        assertThat(name).isNotBlank();
        return name;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
