package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.exchange.Destinations.ForbiddenAddressException;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.platform.config.Cidr;

@DisplayName("The address of a provider")
class DestinationsTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "is not called in production if it lies in a closed block, from its first to its last")
    @CsvSource({
        "0.0.0.0, 0.255.255.255",
        "10.0.0.0, 10.255.255.255",
        "100.64.0.0, 100.127.255.255",
        "127.0.0.0, 127.255.255.255",
        "169.254.0.0, 169.254.255.255",
        "172.16.0.0, 172.31.255.255",
        "192.0.0.0, 192.0.0.255",
        "192.0.2.0, 192.0.2.255",
        "192.88.99.0, 192.88.99.255",
        "192.168.0.0, 192.168.255.255",
        "198.18.0.0, 198.19.255.255",
        "198.51.100.0, 198.51.100.255",
        "203.0.113.0, 203.0.113.255",
        "224.0.0.0, 239.255.255.255",
        "240.0.0.0, 255.255.255.255",
        "::, ::1",
        "::2, ::ffff:ffff",
        "::127.0.0.1, ::8.8.8.8",
        "64:ff9b::10.0.0.0, 64:ff9b::10.255.255.255",
        "64:ff9b::127.0.0.1, 64:ff9b::169.254.169.254",
        "64:ff9b:0:0:0:1::, 64:ff9b:0:ffff:ffff:ffff:ffff:ffff",
        "64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
        "100::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2002:7f00:1::, 2002:a9fe:a9fe::",
        "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
        "4000::, 7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "8000::, fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fec0::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    })
    void closesBlocks(String first, String last) {
        assertThat(Destinations.isPublic(address(first))).isFalse();
        assertThat(Destinations.isPublic(address(last))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is called if it lies just beside one")
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.1.255",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::",
                "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:200::",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2003::",
                "2606:4700:4700::1111",
                "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff:1000::",
                "64:ff9b::8.8.8.8",
                "64:ff9b::11.0.0.0"
            })
    void opensTheRest(String address) {
        assertThat(Destinations.isPublic(address(address))).isTrue();
    }

    @Test
    @DisplayName("is seen through when it is IPv4 in sixteen bytes, as a name server may send it")
    void seesMappedAddresses() throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = bytes[11] = (byte) 0xff;
        System.arraycopy(new byte[] {127, 0, 0, 1}, 0, bytes, 12, 4);

        assertThat(Destinations.isPublic(Inet6Address.getByAddress("evil.test", bytes, -1)))
                .isFalse();
    }

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
            wiring.http.begin().tell(Call.get(URI.create(url)));
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
