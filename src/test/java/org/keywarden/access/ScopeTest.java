package org.keywarden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.keywarden.access.Scope.DELETE;
import static org.keywarden.access.Scope.READ;
import static org.keywarden.access.Scope.UPDATE;
import static org.keywarden.access.Scope.WRITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scope")
class ScopeTest {

    @Test
    @DisplayName("is one of exactly four, in lower case")
    void hasFourNames() {
        assertThat(Arrays.stream(Scope.values()).map(Scope::wireName))
                .containsExactly("read", "write", "update", "delete");
    }

    @ParameterizedTest
    @DisplayName("is read by its name")
    @EnumSource(Scope.class)
    void isReadByName(Scope scope) {
        assertThat(Scope.of(scope.wireName())).isEqualTo(scope);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is nothing else")
    @ValueSource(
            strings = {
                "",
                "READ",
                "Read",
                " read",
                "read ",
                "reads",
                "admin",
                "*",
                "read write",
                "\u0280ead"
            })
    void isNothingElse(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(name));
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @DisplayName("goes with an HTTP method")
    @CsvSource({
        "GET, READ",
        "HEAD, READ",
        "POST, WRITE",
        "PUT, UPDATE",
        "PATCH, UPDATE",
        "DELETE, DELETE"
    })
    void goesWithMethods(String method, Scope scope) {
        assertThat(Scope.ofMethod(method)).contains(scope);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("goes with no other method")
    @ValueSource(strings = {"OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "Get", "", "GET "})
    void goesWithNoOther(String method) {
        assertThat(Scope.ofMethod(method)).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @DisplayName("set that is stored keeps what is known, and nothing else")
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', ''",
                "' ', ''",
                "read, read",
                "read read read, read",
                "delete read, read delete",
                "READ Write admin * read:all, ''",
                "admin read superuser, read",
                "'  write   update ', write update",
                "'read,write', ''",
                "'read\twrite', ''",
                "readwrite, ''",
            })
    void keepsTheKnown(String stored, String kept) {
        assertThat(Scope.format(Scope.parse(stored))).isEqualTo(kept);
    }

    @Test
    @DisplayName("set survives being stored, all sixteen of them")
    void survivesStoring() {
        for (int bits = 0; bits < 16; bits++) {
            var scopes = subset(bits);

            assertThat(Scope.parse(Scope.format(scopes))).isEqualTo(scopes);
        }
    }

    @Test
    @DisplayName("set is written in one order, however it was made")
    void hasOneOrder() {
        assertThat(Scope.format(Set.of(DELETE, UPDATE, WRITE, READ)))
                .isEqualTo("read write update delete");
    }

    /** One of the sixteen sets, by its number. */
    static Set<Scope> subset(int bits) {
        var scopes = EnumSet.noneOf(Scope.class);
        int bit = 1;
        for (var scope : Scope.values()) {
            if ((bits & bit) != 0) {
                scopes.add(scope);
            }
            bit <<= 1;
        }
        return scopes;
    }
}
