package org.keywarden.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.http.HttpRequests;

@DisplayName("The origin of a request")
class PublicOriginTest {

    private static final String PROXY = "10.0.0.1";
    private static final String CLIENT = "203.0.113.9";

    @ParameterizedTest(name = "{0}")
    @DisplayName("is the host that it asked for")
    @ValueSource(
            strings = {
                "keys.example",
                "localhost:8080",
                "127.0.0.1:9",
                "[::1]:8080",
                "KEYS.example"
            })
    void isHost(String host) {
        assertThat(origin(CLIENT, Map.of("Host", host))).isEqualTo("http://" + host);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is the server's own address if the host makes no sense")
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "keys.example/path",
                "user@keys.example",
                "keys.example:http",
                "keys.example\r\nX: y",
                "<script>",
                "keys.example?x",
                "keys.example#x",
                "[::1",
                "[::::]",
                "[1:2]",
                "[...]",
                "[::1]x",
                "ключ"
            })
    void distrustsNonsense(String host) {
        assertThat(origin(CLIENT, Map.of("Host", host))).isEqualTo("http://127.0.0.1:8080");
    }

    @ParameterizedTest(name = "{0}, {1} is {2}")
    @DisplayName("is what a trusted proxy says, the nearest one's word last")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "https|keys.example|https://keys.example",
                "https|-|https://inside:8080",
                "-|keys.example:444|http://keys.example:444",
                "http, https|evil.example, keys.example|https://keys.example",
                "javascript|keys.example|http://keys.example",
                "https|a b|https://inside:8080",
            })
    void believesProxies(String proto, String host, String origin) {
        var headers = new HashMap<>(Map.of("Host", "inside:8080"));
        if (proto != null) {
            headers.put("X-Forwarded-Proto", proto);
        }
        if (host != null) {
            headers.put("X-Forwarded-Host", host);
        }

        assertThat(origin(PROXY, headers)).isEqualTo(origin);
        assertThat(origin(CLIENT, headers)).isEqualTo("http://inside:8080");
    }

    private static String origin(String peer, Map<String, String> headers) {
        var all = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        var origin = new PublicOrigin();
        origin.client = new ClientAddress();
        origin.client.configuration =
                Configuration.read(
                        name ->
                                Optional.of("10.0.0.0/8")
                                        .filter(value -> name.equals("keywarden.proxies.trusted")));
        return origin.of(HttpRequests.from(peer, all)).toString();
    }
}
