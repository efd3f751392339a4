package org.keywarden.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.message.Languages;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

@DisplayName("A change of a profile")
class ProfileChangeTest {

    private static final String KEY = "\ud83d\udd11";

    @Test
    @DisplayName("trims, and takes blank for none")
    void trims() {
        assertThat(new ProfileChange("\t Ada ", " de ", Theme.DARK))
                .isEqualTo(new ProfileChange("Ada", "de", Theme.DARK));
        assertThat(new ProfileChange(" ", "", Theme.DARK))
                .isEqualTo(new ProfileChange(null, null, Theme.DARK));
    }

    @Test
    @DisplayName("takes every language of the pages")
    void takesLanguages() {
        assertThat(Languages.ALL)
                .extracting(Locale::toLanguageTag)
                .allSatisfy(tag -> assertThat(wish(null, tag).locale()).isEqualTo(tag));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses every other")
    @ValueSource(strings = {"ja", "DE", "de-AT", "de_DE", "english", "*", "x", "\u0000"})
    void refusesOtherLanguages(String tag) {
        assertThat(refused("Ada", tag)).containsExactly("locale");
    }

    @Test
    @DisplayName("takes a name of 100 code points, emoji counting one, and no more")
    void limitsNames() {
        assertThat(wish(KEY.repeat(100), null).name()).hasSize(200);
        assertThat(refused(KEY.repeat(101), null)).containsExactly("name");
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("refuses control characters and half a character in a name")
    @ValueSource(strings = {"A\u0000da", "A\nda", "A\u001bda", "A\u0085da", "A\ud83dda"})
    void refusesControls(String name) {
        assertThat(refused(name, null)).containsExactly("name");
    }

    @Test
    @DisplayName("names all mistakes at once")
    void namesAll() {
        assertThat(refused("A\u0000da", "ja")).containsExactly("name", "locale");
    }

    private static ProfileChange wish(@Nullable String name, @Nullable String locale) {
        return new ProfileChange(name, locale, Theme.SYSTEM);
    }

    private static List<String> refused(@Nullable String name, @Nullable String locale) {
        var refusal = catchThrowableOfType(ValidationException.class, () -> wish(name, locale));
        return Stream.ofNullable((List<?>) refusal.members().get("violations"))
                .flatMap(List::stream)
                .map(Violation.class::cast)
                .map(Violation::field)
                .toList();
    }
}
