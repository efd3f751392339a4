package org.keywarden.testing.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a Chromium, or has one installed: the one that {@code KEYWARDEN_TEST_CHROMIUM} names; else one
 * of the usual names on the {@code PATH}; else Playwright's own, if it was downloaded before; else the
 * package manager's, where we may ask it; else Playwright downloads its own.
 */
final class Chromium {

    static final String VARIABLE = "KEYWARDEN_TEST_CHROMIUM";

    /** Without a window to draw pages take half as long. */
    private static final List<String> NAMES =
            List.of(
                    "chromium-headless-shell",
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable");

    private Chromium() {}

    /**
     * Its executable; empty if it is Playwright's own.
     *
     * @param own where Playwright's own would be
     * @throws IllegalStateException if there is none and none can be installed
     */
    static Optional<Path> find(String own) {
        var found = find(System.getenv());
        if (found.isPresent() || Files.exists(Path.of(own))) {
            return found;
        }
        if (Installation.byPackageManager()) {
            found = find(System.getenv());
        }
        if (found.isEmpty() && !Installation.byPlaywright()) {
            throw new IllegalStateException(
                    "The browser tests need a Chromium: put one on the PATH or name it in %s; installing one failed, see %s"
                            .formatted(VARIABLE, Installation.LOG));
        }
        return found;
    }

    /** The one that these variables lead to. */
    static Optional<Path> find(Map<String, String> environment) {
        var named = environment.getOrDefault(VARIABLE, "");
        if (named.isBlank()) {
            return onPath(environment.getOrDefault("PATH", ""));
        }
        if (!runs(Path.of(named))) {
            throw new IllegalStateException(VARIABLE + " names no browser that runs: " + named);
        }
        return Optional.of(Path.of(named));
    }

    private static Optional<Path> onPath(String path) {
        return NAMES.stream()
                .flatMap(
                        name ->
                                Arrays.stream(path.split(":"))
                                        .map(directory -> Path.of(directory, name)))
                .filter(Chromium::runs)
                .findFirst();
    }

    /** Some distributions put a file there that only says where to get the browser. */
    private static boolean runs(Path executable) {
        return Files.isExecutable(executable)
                && Installation.run(Map.of(), List.of(executable.toString(), "--version"));
    }
}
