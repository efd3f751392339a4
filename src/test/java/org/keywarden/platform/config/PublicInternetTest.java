package org.keywarden.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The public internet")
class PublicInternetTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("has no address of a block of special purpose, from its first to its last")
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
        assertThat(PublicInternet.includes(address(first))).isFalse();
        assertThat(PublicInternet.includes(address(last))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("has those just beside")
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
        assertThat(PublicInternet.includes(address(address))).isTrue();
    }

    @Test
    @DisplayName("sees through IPv4 in sixteen bytes, as a name server may send it")
    void seesMappedAddresses() throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = bytes[11] = (byte) 0xff;
        System.arraycopy(new byte[] {127, 0, 0, 1}, 0, bytes, 12, 4);

        assertThat(PublicInternet.includes(Inet6Address.getByAddress("evil.test", bytes, -1)))
                .isFalse();
    }

    @ParameterizedTest
    @DisplayName("may have a host that does not say otherwise")
    @ValueSource(
            strings = {
                "api.example",
                "API.example.",
                "10.example",
                "localhost.example",
                "fd00.example",
                "8.8.8.8",
                "[2606:4700::1111]"
            })
    void mayHaveHosts(String host) {
        assertThat(PublicInternet.mayHave(host)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("has no host that is this machine, a private address, or digits that nobody reads")
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost.",
                "api.localhost",
                "127.0.0.1",
                "127.0.0.1.",
                "10.1.2.3",
                "169.254.169.254",
                "2130706433",
                "0x7f.1",
                "127.1",
                "[::1]",
                "[FD00::1]",
                "[::ffff:10.0.0.1]",
                "[fe80::1%25eth0]",
                "[]"
            })
    void hasNoHostOfOurs(String host) {
        assertThat(PublicInternet.mayHave(host)).isFalse();
    }

    private static InetAddress address(String text) {
        return Cidr.literal(text).orElseThrow();
    }
}
