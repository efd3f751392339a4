package org.keywarden.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number on a page")
class NumbersTest {

    @ParameterizedTest(name = "{1} of {2}")
    @DisplayName("says a share to a tenth, and neither none nor all if it is neither")
    @CsvSource({
        "en, 0, 0, ''",
        "en, 0, 5, 0%",
        "en, 5, 5, 100%",
        "en, 1, 3, 33.3%",
        "en, 1, 1000000, 0.1%",
        "en, 999999, 1000000, 99.9%",
        "de, 1, 3, '33,3 %'"
    })
    void saysShares(String language, long part, long whole, String text) {
        var numbers = new Numbers();
        numbers.locale = new Fixed(Locale.forLanguageTag(language));

        assertThat(numbers.share(part, whole).replace('\u00a0', ' ')).isEqualTo(text);
    }

    /** The language where there is no page. */
    private static class Fixed extends ViewLocale {

        private final Locale only;

        Fixed(Locale only) {
            this.only = only;
        }

        @Override
        Locale get() {
            return only;
        }
    }
}
