package org.keywarden.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Base 62")
class Base62Test {

    private static final BigInteger LARGEST_256_BITS =
            BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("writes 32 bits in six digits, the most significant first")
    @CsvSource({"0, 000000", "61, 00000z", "62, 000010", "36, 00000a", "4294967295, 4gfFC3"})
    void writesThirtyTwoBits(long number, String text) {
        assertThat(Base62.encode(number)).isEqualTo(text);
        assertThat(Base62.encode(BigInteger.valueOf(number), 6)).isEqualTo(text);
    }

    @Test
    @DisplayName("writes 256 bits in 43 digits, however large")
    void writesKeys() {
        assertThat(Base62.encode(BigInteger.ZERO, 43)).isEqualTo("0".repeat(43));
        assertThat(Base62.encode(LARGEST_256_BITS, 43))
                .isEqualTo("yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp1");
    }

    @Test
    @DisplayName("refuses a number that does not fit, or has no digits at all")
    void refusesOverflow() {
        assertThat(Base62.encode(BigInteger.valueOf(61), 1)).isEqualTo("z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Base62.encode(BigInteger.valueOf(62), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Base62.encode(BigInteger.ONE.negate(), 6));
    }

    @Test
    @DisplayName("knows its 62 digits among all characters")
    void knowsItsDigits() {
        var digits =
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(Base62::isBase62)
                        .collect(Collectors.joining());

        assertThat(digits)
                .isEqualTo("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    }

    @ParameterizedTest
    @DisplayName("is not fooled by one foreign character in a text")
    @ValueSource(strings = {"abc_", "-abc", "a\u00e9b", "12\u0663", "a b"})
    void refusesForeignText(String text) {
        assertThat(Base62.isBase62(text)).isFalse();
    }
}
