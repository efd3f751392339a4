package org.keywarden.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

@DisplayName("Asking for a page")
class PageRequestTest {

    @Test
    @DisplayName("means the first 20 rows, unless said otherwise")
    void hasDefaults() {
        assertThat(request(null, null).bounds()).isEqualTo(new PageBounds(1, 20));
    }

    @ParameterizedTest(name = "page={0}, pageSize={1}")
    @DisplayName("takes any page from 1 and any size from 1 to 100")
    @CsvSource({"1, 1", "2, 100", "2147483647, 100", "007, 010"})
    void readsNumbers(String page, String size) {
        assertThat(request(page, size).bounds())
                .isEqualTo(new PageBounds(Integer.parseInt(page), Integer.parseInt(size)));
    }

    @ParameterizedTest(name = "pageSize={0}")
    @DisplayName("refuses any other size")
    @ValueSource(
            strings = {
                "0",
                "-1",
                "101",
                "",
                " ",
                " 5",
                "5 ",
                "5\n",
                "+5",
                "1.0",
                "1e1",
                "0x10",
                "abc",
                "\u0665",
                "2147483648",
                "4294967297",
                "9999999999",
                "99999999999999999999"
            })
    void refusesOtherSizes(String size) {
        assertThat(violations(request(null, size)))
                .containsExactly(
                        new Violation(
                                "pageSize",
                                "OUT_OF_RANGE",
                                "must be a whole number from 1 to 100"));
    }

    @ParameterizedTest(name = "page={0}")
    @DisplayName("refuses any other page")
    @ValueSource(
            strings = {
                "0",
                "-1",
                "2147483648",
                "4294967297",
                "9999999999",
                "",
                "one",
                "18446744073709551617"
            })
    void refusesOtherPages(String page) {
        assertThat(violations(request(page, null)))
                .singleElement()
                .extracting(Violation::field, Violation::code)
                .containsExactly("page", "OUT_OF_RANGE");
    }

    @Test
    @DisplayName("names both mistakes at once")
    void namesAllMistakes() {
        assertThat(violations(request("0", "101")))
                .extracting(Violation::field)
                .containsExactly("page", "pageSize");
    }

    @SuppressWarnings("unchecked")
    private static List<Violation> violations(PageRequest request) {
        var refusal = catchThrowableOfType(ValidationException.class, request::bounds);
        assertThat(refusal).isNotNull();
        assertThat(refusal.status()).isEqualTo(400);
        return (List<Violation>) refusal.members().getOrDefault("violations", List.of());
    }

    private static PageRequest request(@Nullable String page, @Nullable String size) {
        var request = new PageRequest();
        request.page = page;
        request.pageSize = size;
        return request;
    }
}
