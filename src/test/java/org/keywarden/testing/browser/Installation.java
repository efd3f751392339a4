package org.keywarden.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Installs a Chromium on a machine that has none. */
final class Installation {

    static final Path LOG = Path.of("target", "chromium-install.log");

    private static final long LIMIT_MINUTES = 10;
    private static final Path APT = Path.of("/usr/bin/apt-get");

    private Installation() {}

    /** By apt, as root; returns whether it says that it worked. */
    static boolean byPackageManager() {
        if (!isRoot() || !Files.isExecutable(APT)) {
            return false;
        }
        var silently = Map.of("DEBIAN_FRONTEND", "noninteractive");
        var patiently = List.of(APT.toString(), "-o", "DPkg::Lock::Timeout=120");
        var install = with(patiently, "install", "-y", "--no-install-recommends");
        return run(silently, with(patiently, "update"))
                && (run(silently, with(install, "chromium-headless-shell"))
                        || run(silently, with(install, "chromium")));
    }

    /** By Playwright, from its makers, to the user's cache; returns whether it worked. */
    static boolean byPlaywright() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var playwright =
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.microsoft.playwright.CLI",
                        "install",
                        "--no-shell",
                        "chromium");
        // the libraries that it needs are the system's, and only root may add to them
        return run(Map.of(), isRoot() ? with(playwright, "--with-deps") : playwright);
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Whether a command ends well. What it says is in the log. */
    static boolean run(Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(LOG.getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.redirectOutput(Redirect.appendTo(LOG.toFile())).start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }
}
