package org.keywarden.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The places of things in an order")
class PlacesTest {

    @Test
    @DisplayName("are those that there are, in their order")
    void share() {
        assertThat(Places.of(List.of(0, 7, 3, 1000, -2))).containsExactly(-2, 0, 3, 7, 1000);
        assertThat(Places.of(List.of())).isEmpty();
    }

    @Test
    @DisplayName("differ where two were the same, and stay where they can")
    void differ() {
        assertThat(Places.of(List.of(0, 0, 0, 1000))).containsExactly(0, 1, 2, 1000);
        assertThat(Places.of(List.of(5, 5, 6, 9))).containsExactly(5, 6, 7, 9);
    }

    @Test
    @DisplayName("begin afresh where numbers end")
    void beginAfresh() {
        var last = Integer.MAX_VALUE;

        assertThat(Places.of(List.of(last, 3, last))).containsExactly(0, 10, 20);
        assertThat(Places.of(List.of(last, last - 1))).containsExactly(last - 1, last);
    }
}
