package org.keywarden.keys.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.keys.KeyFilter;
import org.keywarden.keys.KeyStatus;

@DisplayName("The query of the list of keys")
class KeyListQueryTest {

    @Test
    @DisplayName("that asks for nothing shows the first page of all keys but the revoked ones")
    void hasDefaults() {
        var query = query(Map.of());

        assertThat(query.page()).isEqualTo(1);
        assertThat(query.isFiltered()).isFalse();
        assertThat(query.isHidingRevoked()).isTrue();
        assertThat(query.filter(null))
                .isEqualTo(new KeyFilter(null, null, KeyFilter.NOT_REVOKED, null));
        assertThat(KeyFilter.NOT_REVOKED)
                .containsExactlyInAnyOrder(KeyStatus.ACTIVE, KeyStatus.DISABLED, KeyStatus.EXPIRED);
    }

    @Test
    @DisplayName("asks for all that it names")
    void readsParameters() {
        var query =
                query(
                        Map.of(
                                "project", " prj_1 ",
                                "provider", "daydream",
                                "status", "EXPIRED",
                                "q", " night ",
                                "page", "3"));

        assertThat(query.isFiltered()).isTrue();
        assertThat(query.isHidingRevoked()).isFalse();
        assertThat(query.page()).isEqualTo(3);
        assertThat(query.filter("bpr_1"))
                .isEqualTo(new KeyFilter("prj_1", "bpr_1", Set.of(KeyStatus.EXPIRED), "night"));
    }

    @Test
    @DisplayName("shows revoked keys if it says so, or by their status")
    void showsRevoked() {
        assertThat(query(Map.of("revoked", "true")).filter(null).statuses()).isEmpty();
        assertThat(query(Map.of("status", "REVOKED")).filter(null).statuses())
                .containsExactly(KeyStatus.REVOKED);
        assertThat(query(Map.of("revoked", "1")).isHidingRevoked()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("takes the first page for what is none")
    @ValueSource(strings = {"0", "-1", "x", "1.5", "", "999999999999", "1 2", "٣"})
    void knowsPages(String page) {
        assertThat(query(Map.of("page", page)).page()).isEqualTo(1);
    }

    @Test
    @DisplayName("asks for no page that no database could count to")
    void endsPages() {
        assertThat(query(Map.of("page", "99999999")).page()).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @DisplayName("takes an unknown status for none")
    @ValueSource(strings = {"active", "GONE", "<script>", ""})
    void knowsStatuses(String status) {
        assertThat(query(Map.of("status", status)).status()).isEmpty();
    }

    @Test
    @DisplayName("refuses a text that nobody can search for")
    void refusesTexts() {
        assertThat(query(Map.of("q", "x".repeat(100))).textRefused()).isFalse();

        for (var text : new String[] {"x".repeat(101), "a\u0000b", "a\nb", "\ud800"}) {
            var query = query(Map.of("q", text));
            assertThat(query.textRefused()).as(text).isTrue();
            assertThat(query.text()).isEmpty();
        }
    }

    @Test
    @DisplayName("asks for keys of our own by a name that no provider can have")
    void asksForOwn() {
        var query = query(Map.of("provider", "NATIVE"));

        assertThat(query.isNative()).isTrue();
        assertThat(query.isFiltered()).isTrue();
        assertThat(query.filter(null))
                .isEqualTo(new KeyFilter(null, null, KeyFilter.NOT_REVOKED, null).ofOurOwn());
        assertThat(query.showing(true)).isEqualTo("?provider=NATIVE&revoked=true");
        assertThat(query(Map.of("provider", "native")).isNative()).isFalse();
    }

    @Test
    @DisplayName("forgets a project or provider that there is not")
    void forgetsWhatIsUnknown() {
        var query = query(Map.of("project", "prj_1", "provider", "gone", "q", "a"));

        assertThat(query.with("", "").filter(null))
                .isEqualTo(new KeyFilter(null, null, KeyFilter.NOT_REVOKED, "a"));
    }

    @ParameterizedTest
    @DisplayName("leads to the same list with or without revoked keys, on its first page")
    @CsvSource({"true, ?q=a%26b+%C3%BC&revoked=true", "false, ?q=a%26b+%C3%BC"})
    void leadsOn(boolean revoked, String address) {
        var query = query(Map.of("q", "a&b ü", "page", "7"));

        assertThat(query.showing(revoked)).isEqualTo(address);
    }

    private static KeyListQuery query(Map<String, String> parameters) {
        return KeyListQuery.of(parameters::get);
    }
}
