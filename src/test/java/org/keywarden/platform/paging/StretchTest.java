package org.keywarden.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A stretch of rows")
class StretchTest {

    @Test
    @DisplayName("begins where its page begins")
    void beginsWithItsPage() {
        assertThat(Stretch.of(new PageBounds(3, 20))).isEqualTo(new Stretch(40, 20));
    }

    @ParameterizedTest(name = "{0} rows from {1} in {2} behind {3}: {4} rows from {5}")
    @DisplayName("has in a part of the list what lies there")
    @CsvSource({
        "20, 0, 100, 0, 20, 0",
        "20, 0, 5, 0, 5, 0",
        "20, 0, 100, 5, 15, 0",
        "20, 20, 100, 5, 20, 15",
        "20, 20, 100, 40, 0, 0",
        "20, 40, 30, 5, 0, 0",
        "20, 20, 30, 5, 15, 15",
        "20, 0, 0, 0, 0, 0",
        "20, 2147483640, 100, 5, 0, 0",
    })
    void liesInParts(long size, long offset, long length, long begin, long within, long from) {
        assertThat(new Stretch(offset, size).within(begin, length))
                .isEqualTo(new Stretch(from, within));
    }

    @Test
    @DisplayName("is the same from the end of the list, in reverse")
    void isTheSameFromTheEnd() {
        var list = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
        var last = new Stretch(7, 2);
        var wanted = rows(list, last);

        Collections.reverse(list);
        var found = new ArrayList<>(rows(list, last.fromEnd(10)));
        Collections.reverse(found);

        assertThat(found).isEqualTo(wanted);
    }

    @Test
    @DisplayName("knows which end of the list is nearer")
    void knowsTheNearerEnd() {
        assertThat(new Stretch(50, 20).isNearEnd(100)).isFalse();
        assertThat(new Stretch(51, 20).isNearEnd(100)).isTrue();
    }

    private static List<Integer> rows(List<Integer> list, Stretch stretch) {
        return List.copyOf(
                list.subList((int) stretch.offset(), (int) (stretch.offset() + stretch.size())));
    }
}
