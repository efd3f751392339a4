package org.keywarden.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The language of a request")
class WishesTest {

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @DisplayName("is that of the profile, else of the cookie, else of the browser, else English")
    @CsvSource({
        "ru, fr, de, ru",
        ", fr, de, fr",
        ", , de, de",
        ", , , en",
        "ru, , , ru",
        "de-AT, , , de",
        "ja, fr, de, fr",
        "ja, , de, de",
        ", ja, de, de",
        ", pt, de, pt",
        ", pt-BR, de, de",
        ", DE, fr, fr",
        ", , ja, en"
    })
    void isDecided(String profile, String cookie, String browser, String language) {
        var preferred = profile == null ? null : Locale.forLanguageTag(profile);

        assertThat(new Wishes(preferred, cookie, browser).language().toLanguageTag())
                .isEqualTo(language);
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("never comes from a cookie that somebody made up")
    @ValueSource(strings = {"", "-", "../de", "de\u0000", "<script>", "deutsch", "*", "x-de", "і"})
    void ignoresNonsense(String cookie) {
        assertThat(new Wishes(null, cookie, "fr").language()).isEqualTo(Locale.FRENCH);
    }

    @Test
    @DisplayName("takes no time for a cookie that never ends")
    void takesNoTime() {
        var endless = "de-".repeat(100_000);

        assertThat(new Wishes(null, endless, "fr").language()).isEqualTo(Locale.FRENCH);
    }
}
