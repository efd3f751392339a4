package org.keywarden.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The bounds of a page")
class PageBoundsTest {

    @ParameterizedTest(name = "page {0} of {1} rows begins after {2}")
    @DisplayName("skip the rows of all pages before it, also of a far one")
    @CsvSource({"1, 20, 0", "2, 20, 20", "3, 1, 2", "2147483647, 100, 214748364600"})
    void skipsRows(int page, int size, long offset) {
        assertThat(new PageBounds(page, size).offset()).isEqualTo(offset);
    }

    @ParameterizedTest(name = "{1} rows by {0} make {2} pages")
    @DisplayName("tell how many pages there are")
    @CsvSource({
        "20, 0, 0",
        "20, 1, 1",
        "20, 19, 1",
        "20, 20, 1",
        "20, 21, 2",
        "1, 3, 3",
        "100, 100001, 1001"
    })
    void countsPages(int size, long total, int pages) {
        assertThat(new PageBounds(1, size).pagesFor(total)).isEqualTo(pages);
        assertThat(new Page<>(List.of(), new PageBounds(1, size), total).totalPages())
                .isEqualTo(pages);
    }

    @Test
    @DisplayName("hold rows that nobody can change any more")
    void keepsItsRows() {
        var rows = new ArrayList<>(List.of("a"));
        var page = new Page<>(rows, new PageBounds(1, 20), 1);

        rows.clear();

        assertThat(page.rows()).containsExactly("a");
    }
}
