package org.keywarden.authentication;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.http.HttpRequests;

@DisplayName("A form")
class SameOriginTest {

    private static final String HOST = "keywarden.example:8443";

    @Test
    @DisplayName("of our own page passes, and so does what no browser has made")
    void takesOurs() {
        passes(Map.of("Sec-Fetch-Site", List.of("same-origin")));
        passes(Map.of("Host", List.of(HOST), "Origin", List.of("https://" + HOST)));
        passes(Map.of("Host", List.of(HOST), "Origin", List.of("HTTPS://Keywarden.example:8443")));
        passes(Map.of("Host", List.of(HOST)));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("that another site sends is refused, whatever it says of its origin")
    @ValueSource(strings = {"cross-site", "same-site", "none", "", "Same-Origin"})
    void refusesOtherSites(String site) {
        refuses(
                Map.of(
                        "Sec-Fetch-Site", List.of(site),
                        "Host", List.of(HOST),
                        "Origin", List.of("https://" + HOST)));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("of an older browser is refused if its origin is another one")
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "https://keywarden.example",
                "https://x:8443",
                "https://keywarden.example:8443.evil.example",
                "no url",
                "https://[::1",
                "file:///x"
            })
    void refusesOtherOrigins(String origin) {
        refuses(Map.of("Host", List.of(HOST), "Origin", List.of(origin)));
    }

    @Test
    @DisplayName("of somebody who is signed in passes only if the browser says where it comes from")
    void wantsProof() {
        provesItself(Map.of("Sec-Fetch-Site", List.of("same-origin")));
        provesItself(Map.of("Host", List.of(HOST), "Origin", List.of("https://" + HOST)));
        provesNothing(Map.of("Host", List.of(HOST)));
        provesNothing(Map.of("Sec-Fetch-Site", List.of("same-site"), "Host", List.of(HOST)));
        provesNothing(Map.of("Host", List.of(HOST), "Origin", List.of("null")));
    }

    private static void provesItself(Map<String, List<String>> headers) {
        assertThatCode(() -> new SameOrigin().requireProof(HttpRequests.with(headers)))
                .doesNotThrowAnyException();
    }

    private static void provesNothing(Map<String, List<String>> headers) {
        assertThatExceptionOfType(CsrfInvalidException.class)
                .isThrownBy(() -> new SameOrigin().requireProof(HttpRequests.with(headers)));
    }

    private static void passes(Map<String, List<String>> headers) {
        assertThatCode(() -> new SameOrigin().require(HttpRequests.with(headers)))
                .doesNotThrowAnyException();
    }

    private static void refuses(Map<String, List<String>> headers) {
        assertThatExceptionOfType(CsrfInvalidException.class)
                .isThrownBy(() -> new SameOrigin().require(HttpRequests.with(headers)));
    }
}
