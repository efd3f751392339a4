package org.keywarden.handoffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.providers.ExchangeStyle;

@DisplayName("What a browser brings back")
class ReturnTest {

    private static final String STATE = "0123456789abcdef0123456789abcdef";

    @Test
    @DisplayName("is a token or a code, by the provider's style")
    void readsCredentials() {
        var back = Return.of(parameters("token", "t-1", "code", "c-1")).orElseThrow();

        assertThat(back.credential(ExchangeStyle.TOKEN)).isEqualTo("t-1");
        assertThat(back.credential(ExchangeStyle.AUTHORIZATION_CODE)).isEqualTo("c-1");
        assertThat(back.isError()).isFalse();
        assertThat(back.toString()).doesNotContain("t-1", "c-1", STATE);
    }

    @Test
    @DisplayName("is a denial if the user refused, and an error for any other reason")
    void readsErrors() {
        assertThat(Return.of(parameters("error", "access_denied")).orElseThrow().isDenial())
                .isTrue();
        var other = Return.of(parameters("error", "server_error")).orElseThrow();
        assertThat(other.isError()).isTrue();
        assertThat(other.isDenial()).isFalse();
    }

    @Test
    @DisplayName("may have parameters that nobody knows")
    void ignoresOthers() {
        assertThat(Return.of(parameters("token", "t", "userId", "\u0000", "session_state", "x")))
                .isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused if what matters is missing, repeated or unusable")
    @MethodSource
    void refuses(String what, Map<String, List<String>> parameters) {
        assertThat(Return.of(parameters)).isEmpty();
    }

    static Stream<Arguments> refuses() {
        var all = new HashMap<String, Map<String, List<String>>>();
        all.put("nothing", Map.of());
        all.put("state alone", parameters());
        all.put("no state", Map.of("token", List.of("t")));
        all.put("state twice", Map.of("state", List.of(STATE, STATE), "token", List.of("t")));
        all.put("token twice", Map.of("state", List.of(STATE), "token", List.of("t", "t")));
        all.put("error twice", Map.of("state", List.of(STATE), "error", List.of("a", "b")));
        all.put(
                "issuer twice",
                Map.of("state", List.of(STATE), "code", List.of("c"), "iss", List.of("a", "b")));
        all.put("empty token", parameters("token", ""));
        all.put("blank code", parameters("code", " "));
        all.put("empty token beside a code", parameters("token", "", "code", "c"));
        all.put("empty error", parameters("error", ""));
        all.put("huge token", parameters("token", "t".repeat(4097)));
        all.put("token with a space", parameters("token", "a b"));
        all.put("token with a line break", parameters("token", "a\r\nX: y"));
        all.put("token outside ASCII", parameters("token", "клю́ч"));
        all.put("huge error", parameters("error", "e".repeat(256)));
        all.put("issuer with a line break", parameters("code", "c", "iss", "a\nb"));
        return all.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is refused with a state that we never make")
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef0123456789abcdeg",
                "' or '1'='1",
                "0123456789abcdef0123456789abcdef\n"
            })
    void refusesState(String state) {
        assertThat(Return.of(Map.of("state", List.of(state), "token", List.of("t")))).isEmpty();
    }

    private static Map<String, List<String>> parameters(String... namesAndValues) {
        var parameters = new HashMap<String, List<String>>();
        parameters.put("state", List.of(STATE));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return parameters;
    }
}
