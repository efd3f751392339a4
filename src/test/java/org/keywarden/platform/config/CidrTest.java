package org.keywarden.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A block of addresses")
class CidrTest {

    @ParameterizedTest(name = "{0} contains {1}: {2}")
    @DisplayName("contains what shares its leading bits")
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 192.0.2.1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8::/33, 2001:db8:7fff::, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
    })
    void contains(String block, String address, boolean contained) {
        assertThat(Cidr.parse(block).orElseThrow().contains(literal(address))).isEqualTo(contained);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is not read from anything else, and no name is looked up")
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.1/8",
                "10.0.0/8",
                "10/8",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4.",
                "01x.2.3.4",
                "localhost",
                "example.com/8",
                "::/129",
                "fe80::1%eth0",
                "::1::",
                "1:2",
                ":",
                "12345::",
                "10.0.0.0/٨"
            })
    void refusesOthers(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("shows itself as it is written")
    void showsItself() {
        assertThat(Cidr.parse("10.0.0.0/8").orElseThrow()).hasToString("10.0.0.0/8");
    }

    private static InetAddress literal(String text) {
        return Cidr.literal(text).orElseThrow();
    }
}
