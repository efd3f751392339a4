package org.keywarden.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The origin of a session")
class OriginTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n", "\u0000"})
    @DisplayName("is unknown if nothing is said")
    void mayBeUnknown(String nothing) {
        assertThat(new Origin(nothing, nothing)).isEqualTo(new Origin(null, null));
    }

    @Test
    @DisplayName("has at most 256 code points of the user agent, never half of one")
    void isCut() {
        assertThat(new Origin(null, "x".repeat(8000)).userAgent()).hasSize(256);
        assertThat(new Origin(null, "\ud83d\ude00".repeat(300)).userAgent())
                .isEqualTo("\ud83d\ude00".repeat(256));
    }

    @Test
    @DisplayName("has spaces where control characters and halves of characters were")
    void isPlain() {
        assertThat(new Origin("::1", "a\u001b[31mb\u0000c\ud83dd\u0085e"))
                .isEqualTo(new Origin("::1", "a [31mb c d e"));
    }
}
