package org.keywarden.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The languages of pages")
class LanguagesTest {

    private static final Pattern LOCALE = Pattern.compile("<(?:default|supported)-locale>(\\w+)<");

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("follow the wish of the browser")
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "pt-BR | pt",
                "de-CH-1996, en;q=0.1 | de",
                "en-GB,de;q=0.9 | en",
                "de;q=0.1,fr;q=0.9 | fr",
                "de;q=0,fr;q=0.1 | fr",
                "ja, zh-Hant;q=0.9, ru;q=0.1 | ru",
                "NL | nl",
                "*, it;q=0.5 | it"
            })
    void follow(String wish, String language) {
        assertThat(Languages.wished(wish).toLanguageTag()).isEqualTo(language);
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("are English to nobody's wish and to nonsense")
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "*",
                "ja",
                "de;q=0",
                "de;q=9",
                "de;q=x",
                ",",
                ";",
                "../../etc/passwd",
                "<script>",
                "de\u0000",
                "\uD800",
                "-"
            })
    void areEnglish(String wish) {
        assertThat(Languages.wished(wish)).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @DisplayName("take no time for a wish that never ends")
    @ValueSource(strings = {"de,", "zh-Hant-TW-x-y;q=0.1,", "-", "*,"})
    void takeNoTime(String part) {
        Assertions.assertTimeout(
                Duration.ofSeconds(1), () -> Languages.wished(part.repeat(100_000)));
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> {
                    for (int i = 0; i < 100; i++) {
                        Languages.wished(part.repeat(500 / part.length()));
                    }
                });
    }

    @Test
    @DisplayName("are those of Faces")
    void areThoseOfFaces() throws IOException {
        var config = Files.readString(Path.of("src/main/webapp/WEB-INF/faces-config.xml"));

        assertThat(LOCALE.matcher(config).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(
                        Languages.ALL.stream().map(Locale::toLanguageTag).toList());
    }
}
