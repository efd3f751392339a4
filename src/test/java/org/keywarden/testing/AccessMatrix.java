package org.keywarden.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The reviewed table of all routes: {@code src/docs/access-matrix.md}. */
public final class AccessMatrix {

    public static final Path FILE = Path.of("src", "docs", "access-matrix.md");

    private AccessMatrix() {}

    /** Every route of the table, in its order. */
    public static List<Entry> read() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| ") && line.contains("/api/v1/"))
                    .map(Entry::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A route, as the table has it.
     *
     * @param path relative to {@code /api/v1}, with parameters such as {@code {id}}
     * @param scope in lower case
     * @param tokenTypes in lower case
     * @param administrator whether only administrators may
     */
    public record Entry(
            String method,
            String path,
            String scope,
            Set<String> tokenTypes,
            boolean administrator,
            boolean anonymous,
            boolean hidden) {

        static Entry of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Entry(
                    cells.get(1),
                    cells.get(2).replace("`", "").substring("/api/v1".length()),
                    cells.get(3).replaceAll("\\*", ""),
                    Set.of(cells.get(4).split(", ")),
                    cells.get(5).equals("ADMIN"),
                    cells.get(6).equals("yes"),
                    cells.get(7).equals("yes"));
        }

        public boolean takesKeys() {
            return tokenTypes.contains("api_key");
        }

        /** The path with something in the place of each parameter. */
        public String path(String parameter) {
            return path.replaceAll("\\{[^}]+}", parameter);
        }

        /** Whether the path has an id in it; a name is none, and has answers of its own. */
        public static Predicate<Entry> hasId() {
            return entry -> entry.path.contains("{id}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
