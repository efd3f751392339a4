package org.keywarden.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;

@DisplayName("The links between the pages of a list")
class PageLinksTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("keep the filters, and nothing that is empty or another page")
    @CsvSource(
            nullValues = "none",
            value = {
                "none, /keys?page=3",
                "'', /keys?page=3",
                "page=2, /keys?page=3",
                "q=a%26b&status=ACTIVE&page=2, /keys?q=a%26b&status=ACTIVE&page=3",
                "q=&status=ACTIVE, /keys?status=ACTIVE&page=3",
                "pages=7, /keys?pages=7&page=3",
                "q=%3Cscript%3E, /keys?q=%3Cscript%3E&page=3"
            })
    void keepFilters(String query, String next) {
        var links = PageLinks.of("/keys", query, page(2, 20, 55));

        assertThat(links.next()).isEqualTo(next);
    }

    @Test
    @DisplayName("tell which rows are shown")
    void tellRows() {
        var links = PageLinks.of("/keys", null, page(3, 20, 55));

        assertThat(links.first()).isEqualTo(41);
        assertThat(links.last()).isEqualTo(55);
        assertThat(links.hasNext()).isFalse();
        assertThat(links.hasPrevious()).isTrue();
    }

    @Test
    @DisplayName("lead back from a page that is not there any more to the last one that is")
    void leadBack() {
        var links = PageLinks.of("/keys", "page=900", page(900, 20, 55));

        assertThat(links.hasNext()).isFalse();
        assertThat(links.previous()).isEqualTo("/keys?page=3");
    }

    private static Page<String> page(int number, int size, long total) {
        var rows = Math.max(0, Math.min(size, total - (number - 1L) * size));
        return new Page<>(
                Collections.nCopies((int) rows, "row"), new PageBounds(number, size), total);
    }
}
