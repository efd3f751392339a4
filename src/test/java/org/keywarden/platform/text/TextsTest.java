package org.keywarden.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Text from outside")
class TextsTest {

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("counts as absent when it is blank")
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n", "\u2003\u3000", "\u2028"})
    void blankIsAbsent(@Nullable String text) {
        assertThat(Texts.trimmedOrNull(text)).isNull();
    }

    @Test
    @DisplayName("loses white space around it, and only there")
    void isTrimmed() {
        assertThat(Texts.trimmedOrNull("\u3000 two  words\t\n")).isEqualTo("two  words");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is plain in any script, emoji included")
    @ValueSource(
            strings = {
                "",
                "label",
                "\u00e9\u00df\u4e2d\u0627",
                "\ud83d\udd11 \ud83d\udc68\u200d\ud83d\udcbb",
                "\u00a0"
            })
    void acceptsCharacters(String text) {
        assertThat(Texts.isPlain(text)).isTrue();
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("is not plain with half a surrogate pair in it")
    @ValueSource(strings = {"\ud83d", "\udd11", "a\ud83db", "\udd11\ud83d"})
    void refusesHalfPairs(String text) {
        assertThat(Texts.isPlain(text)).isFalse();
    }

    @Test
    @DisplayName("is not plain with any of the 65 control characters in it")
    void refusesControls() {
        var refused =
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                        .filter(c -> !Texts.isPlain("a" + Character.toString(c) + "b"));

        assertThat(refused.toArray())
                .containsExactly(
                        IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0))
                                .toArray());
    }
}
