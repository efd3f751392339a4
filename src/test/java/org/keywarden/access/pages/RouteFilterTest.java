package org.keywarden.access.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keywarden.access.AccessRule;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;

@DisplayName("A filter of routes")
class RouteFilterTest {

    private static final RoutesPage.Row ROUTE = route();

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("lets through what it is about")
    @CsvSource({
        "q, ''",
        "q, keys",
        "q, ' KEYS/{id} '",
        "q, patch /api",
        "tokenType, session_token",
        "scope, update"
    })
    void admits(String parameter, String value) {
        assertThat(of(Map.of(parameter, value.strip())).admits(ROUTE)).isTrue();
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("keeps back everything else")
    @CsvSource({"q, projects", "q, GET", "tokenType, api_key", "scope, read"})
    void keepsBack(String parameter, String value) {
        assertThat(of(Map.of(parameter, value.strip())).admits(ROUTE)).isFalse();
    }

    @Test
    @DisplayName("that makes no sense filters nothing")
    void ignoresNonsense() {
        var nonsense = Map.of("tokenType", "SESSION_TOKEN", "scope", "root' or 1=1");

        assertThat(of(nonsense)).isEqualTo(new RouteFilter("", null, null));
        assertThat(RouteFilter.of(name -> "x".repeat(101)).text()).isEmpty();
    }

    private static RouteFilter of(Map<String, String> parameters) {
        return RouteFilter.of(name -> parameters.getOrDefault(name, ""));
    }

    private static RoutesPage.Row route() {
        var rule =
                new AccessRule(
                        Scope.UPDATE, Set.of(TokenType.SESSION_TOKEN), Role.DEVELOPER, false);
        return new RoutesPage.Row("PATCH", "/api/v1/developer/keys/{id}", false, rule);
    }
}
