package org.keywarden.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The browser of the tests")
class ChromiumTest {

    @TempDir Path directory;

    @Test
    @DisplayName("is the one that the environment names, before any on the path")
    void isNamed() throws IOException {
        var named = executable("named/my-browser", "exit 0");
        executable("path/chromium", "exit 0");

        assertThat(find(named.toString())).contains(named);
    }

    @Test
    @DisplayName("is the first on the path that runs, in the order of the usual names")
    void isOnPath() throws IOException {
        executable("path/chromium", "echo please install it otherwise; exit 1");
        executable("path/google-chrome", "exit 0");
        var wanted = executable("path/chromium-browser", "exit 0");

        assertThat(find("")).contains(wanted);
    }

    @Test
    @DisplayName("is one without a window, if there is one")
    void isWithoutWindow() throws IOException {
        executable("path/chromium", "exit 0");
        var wanted = executable("path/chromium-headless-shell", "exit 0");

        assertThat(find("")).contains(wanted);
    }

    @Test
    @DisplayName("is none where nothing runs")
    void isNone() {
        assertThat(find("")).isEmpty();
    }

    @Test
    @DisplayName("is missed at once if the one that is named does not run")
    void isMissed() {
        assertThatThrownBy(() -> find("/no/such/browser"))
                .hasMessage("KEYWARDEN_TEST_CHROMIUM names no browser that runs: /no/such/browser");
    }

    private Optional<Path> find(String named) {
        var path = "/no/such/directory:" + directory.resolve("path");
        return Chromium.find(Map.of("PATH", path, Chromium.VARIABLE, named));
    }

    private Path executable(String name, String script) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
