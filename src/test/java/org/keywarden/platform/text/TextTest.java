package org.keywarden.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line of text of 1 to 100 characters")
class TextTest {

    private static final String KEY_EMOJI = "\ud83d\udd11";

    /** The validator asks it nothing. */
    private static final ConstraintValidatorContext CONTEXT =
            (ConstraintValidatorContext)
                    Proxy.newProxyInstance(
                            TextTest.class.getClassLoader(),
                            new Class<?>[] {ConstraintValidatorContext.class},
                            (proxy, method, arguments) -> {
                                throw new UnsupportedOperationException(method.getName());
                            });

    @SuppressWarnings("unused") // carries the annotation
    private static final class Holder {
        @Text(min = 1, max = 100)
        String name = "";

        @Text(max = 3)
        String optional = "";
    }

    @ParameterizedTest(name = "{0} characters: {1}")
    @DisplayName("may have just as many")
    @CsvSource({"0, false", "1, true", "99, true", "100, true", "101, false"})
    void countsCharacters(int length, boolean valid) {
        assertThat(isName("x".repeat(length))).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0} emoji: {1}")
    @DisplayName("counts an emoji as one")
    @CsvSource({"1, true", "100, true", "101, false"})
    void countsCodePoints(int length, boolean valid) {
        assertThat(isName(KEY_EMOJI.repeat(length))).isEqualTo(valid);
    }

    @Test
    @DisplayName("is counted without the white space around it")
    void isTrimmedFirst() {
        assertThat(isName(" ".repeat(200) + "x".repeat(100) + "\r\n")).isTrue();
        assertThat(isName("   \t\u3000")).isFalse();
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("is refused with a control character or half a pair left in it")
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\tb",
                "a\nb",
                "a\u007fb",
                "\u0085",
                "a\u0085",
                "\u009b31m",
                "a\ud83d"
            })
    void refusesControls(String text) {
        assertThat(isName(text)).isFalse();
    }

    @Test
    @DisplayName("may be absent, or empty where no minimum is set")
    void leavesAbsenceToOthers() {
        var validator = validator("name");

        assertThat(validator.isValid(null, CONTEXT)).isTrue();
        assertThat(validator("optional").isValid("", CONTEXT)).isTrue();
        assertThat(validator("optional").isValid("four", CONTEXT)).isFalse();
    }

    private static boolean isName(String text) {
        return validator("name").isValid(text, CONTEXT);
    }

    private static Text.Validator validator(String field) {
        try {
            var validator = new Text.Validator();
            validator.initialize(Holder.class.getDeclaredField(field).getAnnotation(Text.class));
            return validator;
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }
}
