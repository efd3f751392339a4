package org.keywarden.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every template")
class TemplatesTest {

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/org/keywarden"))) {
            return files.filter(file -> file.toString().endsWith(".mustache")).toList();
        }
    }

    @ParameterizedTest
    @DisplayName("escapes all that it shows, in quoted attributes and text only")
    @MethodSource("templates")
    void escapes(Path template) throws IOException {
        var text = Files.readString(template);

        assertThat(text)
                .doesNotContain("{{{", "{{&", "{{=")
                .doesNotContainPattern("\\{\\{\\s")
                .doesNotContainPattern("=\\{\\{");
    }

    @ParameterizedTest
    @DisplayName("has nothing that its content security policy refuses")
    @MethodSource("templates")
    void obeysThePolicy(Path template) throws IOException {
        var text = Files.readString(template);

        assertThat(text)
                .doesNotContainPattern("\\s(style|on[a-z]+)=")
                .doesNotContainPattern("<(style|img|iframe|object|base)\\b")
                .doesNotContainPattern("https?://")
                .doesNotContainPattern("<script(?! nonce=\"\\{\\{nonce}}\">)");
    }
}
