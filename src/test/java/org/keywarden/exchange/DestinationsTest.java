package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.exchange.Destinations.ForbiddenAddressException;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.platform.config.Cidr;

@DisplayName("The address of a provider")
class DestinationsTest {

    @Test
    @DisplayName("is not called if its name has a single bad one beside the good")
    void judgesAllAddresses() throws UnknownHostException {
        try (var production = Wiring.production()) {
            var destinations = production.destinations;

            destinations.names = meaning("8.8.8.8", "2606:4700:4700::1111");
            assertThat(destinations.resolve("good.test")).hasSize(2);

            destinations.names = meaning("8.8.8.8", "10.0.0.1");
            assertThatThrownBy(() -> destinations.resolve("mixed.test"))
                    .isInstanceOf(ForbiddenAddressException.class);

            destinations.names = meaning();
            assertThatThrownBy(() -> destinations.resolve("empty.test"))
                    .isInstanceOf(UnknownHostException.class)
                    .isNotInstanceOf(ForbiddenAddressException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is not called in production, however a loopback or local one is written")
    @ValueSource(
            strings = {
                "https://127.0.0.1:1/",
                "https://127.1:1/",
                "https://2130706433:1/",
                "https://0x7f000001:1/",
                "https://0x7f.1:1/",
                "https://0177.0.0.1:1/",
                "https://0:1/",
                "https://localhost:1/",
                "https://LOCALHOST:1/",
                "https://localhost.:1/",
                "https://[::1]:1/",
                "https://[0:0:0:0:0:0:0:1]:1/",
                "https://[::ffff:127.0.0.1]:1/",
                "https://[::ffff:7f00:1]:1/",
                "https://[::127.0.0.1]:1/",
                "https://[64:ff9b::7f00:1]:1/",
                "https://[fe80::1%25lo]:1/",
                "https://[fe80::1%25]:1/",
                "https://169.254.169.254:1/latest/meta-data",
                "https://10.1:1/",
                "https://192.168.1.1:1/"
            })
    void judgesLiterals(String url) {
        try (var production = Wiring.production()) {
            var failure = failure(production, url);

            // what is no address to Java, nor a name to the system, is called even less
            assertThat(failure.reason()).isIn(Reason.FORBIDDEN_ADDRESS, unknownHere(url));
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is not called if its URL is none of HTTP, in any mode")
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://a.test/",
                "gopher://a.test/",
                "jar:file:///a.jar!/b",
                "mailto:a@a.test",
                "/relative",
                "//a.test/",
                "https:/a.test",
                "https:a.test",
                "https://user@a.test/",
                "https://user:word@a.test/",
                "https://a_b.test/",
                "https://a.test:0/",
                "https://a.test:65536/",
                "https://a.test:99999999/"
            })
    void refusesOtherUrls(String url) {
        try (var development = Wiring.development()) {
            assertThat(failure(development, url).reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    @DisplayName("is not called by plain HTTP in production")
    void needsTls() {
        try (var production = Wiring.production();
                var development = Wiring.development()) {
            var url = URI.create("HTTP://8.8.8.8/");

            assertThatThrownBy(() -> production.destinations.check(url))
                    .hasMessageContaining("https");
            assertThatCode(() -> development.destinations.check(url)).doesNotThrowAnyException();
        }
    }

    /** A form that some systems read as an address and others as a name that nobody has. */
    private static Reason unknownHere(String url) {
        return url.matches("https://(0x7f|0177|localhost[.]|\\[fe80::1%25).*")
                ? Reason.UNREACHABLE
                : Reason.FORBIDDEN_ADDRESS;
    }

    private static ExchangeFailedException failure(Wiring wiring, String url) {
        try {
            wiring.http.begin(AProvider.ANY).tell(Call.get(URI.create(url)));
            throw new AssertionError("Called " + url);
        } catch (ExchangeFailedException e) {
            return e;
        }
    }

    private static InetAddress address(String text) {
        return Cidr.literal(text).orElseThrow();
    }

    static DnsResolver meaning(String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return Arrays.stream(addresses)
                        .map(DestinationsTest::address)
                        .toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
