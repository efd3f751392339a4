package org.keywarden.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.http.HttpRequests;

@DisplayName("The address of a client")
class ClientAddressTest {

    private static final String PROXY = "10.0.0.1";
    private static final String CLIENT = "203.0.113.9";

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is the peer's, whatever headers a stranger sends")
    @ValueSource(strings = {"1.1.1.1", "10.0.0.1", "127.0.0.1", "1.1.1.1, 10.0.0.1", "", "x"})
    void ignoresStrangers(String forwardedFor) {
        assertThat(address(CLIENT, forwardedFor)).isEqualTo(CLIENT);
    }

    @ParameterizedTest(name = "{0} means {1}")
    @DisplayName("is the last one that a trusted proxy did not vouch for")
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9|203.0.113.9",
                "1.1.1.1, 203.0.113.9|203.0.113.9",
                "1.1.1.1, 203.0.113.9, 10.0.0.7|203.0.113.9",
                "203.0.113.9, 10.0.0.7, 10.0.0.8|203.0.113.9",
                "10.0.0.9, 10.0.0.7|10.0.0.9",
                "203.0.113.9:4711|203.0.113.9",
                "[2001:db8::9]:4711|2001:db8:0:0:0:0:0:9",
                "2001:db8::9|2001:db8:0:0:0:0:0:9",
                "  203.0.113.9\t|203.0.113.9",
            })
    void believesProxies(String forwardedFor, String client) {
        assertThat(address(PROXY, forwardedFor)).isEqualTo(client);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is as far as could be read, if there is nonsense in the header")
    @ValueSource(
            strings = {"", " ", ",", "unknown", "a.example", "1.1.1.1,", "1.2.3.4.5", "<script>"})
    void stopsAtNonsense(String forwardedFor) {
        assertThat(address(PROXY, forwardedFor)).isEqualTo(PROXY);
        assertThat(address(PROXY, forwardedFor + ", 10.0.0.7")).isEqualTo("10.0.0.7");
    }

    @Test
    @DisplayName("is the proxy's own without a header, and of two headers the last counts")
    void readsAllHeaders() {
        assertThat(address(PROXY)).isEqualTo(PROXY);
        assertThat(address(PROXY, "1.1.1.1", CLIENT)).isEqualTo(CLIENT);
    }

    @Test
    @DisplayName("counts for limits by its first 64 bits, if it has 128")
    void countsNetworks() {
        assertThat(new RequestContext("r", "2001:db8:1:2:3:4:5:6").network())
                .isEqualTo(new RequestContext("r", "2001:db8:1:2:ffff::").network())
                .isNotEqualTo(new RequestContext("r", "2001:db8:1:3::").network());
        assertThat(new RequestContext("r", CLIENT).network()).isEqualTo(CLIENT);
    }

    private static String address(String peer, String... forwardedFor) {
        var client = new ClientAddress();
        client.configuration =
                Configuration.read(
                        name ->
                                Optional.of("10.0.0.0/8, ::1")
                                        .filter(value -> name.equals("keywarden.proxies.trusted")));
        var headers = Map.of("X-Forwarded-For", List.copyOf(Arrays.asList(forwardedFor)));
        return client.of(HttpRequests.from(peer, headers));
    }
}
