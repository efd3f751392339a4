package org.keywarden.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text of a page")
class TextsOfPagesTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Messages messages = new Messages();

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("declines what it counts")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1 | Wait 1 second and",
                "en | 1234 | Wait 1,234 seconds and",
                "de | 1234 | Warten Sie 1.234 Sekunden und",
                "pl | 1 | Odczekaj 1 sekundę i",
                "pl | 2 | Odczekaj 2 sekundy i",
                "pl | 5 | Odczekaj 5 sekund i",
                "pl | 12 | Odczekaj 12 sekund i",
                "pl | 22 | Odczekaj 22 sekundy i",
                "ru | 1 | Подождите 1 секунду и",
                "ru | 3 | Подождите 3 секунды и",
                "ru | 11 | Подождите 11 секунд и",
                "ru | 21 | Подождите 21 секунду и",
                "fr | 0 | Attendez 0 seconde et",
                "pt | 0 | Aguarde 0 segundos e"
            })
    void declines(String language, int count, String text) {
        assertThat(messages.text(Locale.forLanguageTag(language), "signIn.tooMany", count))
                .contains(text);
    }

    @ParameterizedTest
    @DisplayName("shows an argument as it is, whatever it looks like")
    @ValueSource(
            strings = {"{0}", "{1}", "'", "''", "'{0}'", "#", "<b>", "${x}", "|", "{0,plural}"})
    void shows(String argument) {
        assertThat(messages.text(Locale.ENGLISH, "signIn.signedInAs", argument))
                .isEqualTo("You are signed in as " + argument + ".");
    }

    @Test
    @DisplayName("shows nothing for nothing")
    void showsNothing() {
        assertThat(messages.text(Locale.ENGLISH, "signIn.signedInAs", new Object[] {null}))
                .isEqualTo("You are signed in as .");
    }

    @ParameterizedTest
    @DisplayName("is an error, by its name, where there is none")
    @ValueSource(strings = {"signIn.nothing", "nothing.title", "nothing", "../signIn.title", ""})
    void isMissed(String key) {
        assertThatThrownBy(() -> messages.text(RUSSIAN, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    @Test
    @DisplayName("is an error with arguments too few or too many")
    void wantsItsArguments() {
        assertThatThrownBy(() -> messages.text(RUSSIAN, "signIn.signedInAs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signIn.signedInAs");
        assertThatThrownBy(() -> messages.text(RUSSIAN, "signIn.title", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signIn.title");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is that of the language, whatever the country, else English")
    @CsvSource({
        "de-CH, Anmelden",
        "pt-BR, Iniciar sessão",
        "en-US, Sign in",
        "ja, Sign in",
        "und, Sign in"
    })
    void isClosest(String tag, String text) {
        assertThat(messages.text(Locale.forLanguageTag(tag), "signIn.title")).isEqualTo(text);
    }

    @Test
    @DisplayName("is the same to many who ask at once")
    void isShared() {
        assertThat(
                        IntStream.range(0, 10_000)
                                .parallel()
                                .filter(i -> !declined(i % 100).contains(" " + i % 100 + " секунд"))
                                .count())
                .isZero();
    }

    private String declined(int count) {
        return messages.text(RUSSIAN, "signIn.tooMany", count);
    }
}
