package org.keywarden.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Randomness")
class SecureRandomsTest {

    private final SecureRandoms random = new SecureRandoms();

    @Test
    @DisplayName("comes in the length that was asked for")
    void hasTheLength() {
        assertThat(random.bytes(0)).isEmpty();
        assertThat(random.bytes(33)).hasSize(33);
        assertThat(random.text(43)).hasSize(43).matches("[0-9A-Za-z]*");
    }

    @Test
    @DisplayName("never comes twice")
    void neverRepeats() {
        var seen = new HashSet<String>();

        IntStream.range(0, 2_000).forEach(i -> seen.add(random.text(20)));

        assertThat(seen).hasSize(2_000);
    }

    @Test
    @DisplayName("uses each of the 62 digits in each place")
    void usesEveryDigitEverywhere() {
        var seen = new HashSet<String>();

        for (int i = 0; i < 4_000; i++) {
            var text = random.text(3);
            IntStream.range(0, 3).forEach(place -> seen.add(place + ":" + text.charAt(place)));
        }

        assertThat(seen).hasSize(3 * 62);
    }
}
