package org.keywarden.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.config.Configuration;

@DisplayName("The sandbox sends a browser back")
class ReturnAddressTest {

    private static final String CALLBACK = "/api/v1/auth/providers/sandbox/callback";

    @ParameterizedTest
    @DisplayName("to callbacks of this machine, of this host, and of the configured origin")
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://LOCALHOST",
                "https://localhost:8443",
                "http://127.0.0.1:1",
                "http://127.9.9.9",
                "http://[::1]:8080",
                "http://keys.lan:8080",
                "https://keys.lan:8080",
                "https://keys.example",
                "https://KEYS.example"
            })
    void goesHome(String origin) {
        assertThat(accepted(origin + CALLBACK)).isTrue();
        assertThat(accepted(origin + CALLBACK + "?tenant=a%20b")).isTrue();
    }

    @ParameterizedTest
    @DisplayName("to no stranger, however it is dressed")
    @ValueSource(
            strings = {
                "https://evil.test",
                "//evil.test",
                "http:evil.test",
                "http:///evil.test",
                "http://localhost@evil.test",
                "http://evil.test@localhost",
                "http://localhost:8080@evil.test",
                "http://localhost:pass@evil.test:80",
                "http://localhost\\@evil.test",
                "http://localhost\\evil.test",
                "http://evil.test\\.localhost",
                "http://evil.test#@localhost",
                "http://evil.test?@localhost",
                "http://evil.test/@localhost",
                "http://localhost.evil.test",
                "http://evil-localhost",
                "http://127.0.0.1.evil.test",
                "http://127.0.0.1:80:80",
                "http://0x7f.1",
                "http://2130706433",
                "http://0.0.0.0",
                "http://[::ffff:127.0.0.1]",
                "http://[::]",
                "http://keys.lan",
                "http://keys.lan:80800",
                "http://keys.example",
                "https://keys.example:444",
                "https://keys.example.",
                "https://sub.keys.example",
                "http://localhost\u0000.evil.test",
                "http://localhost\t",
                "\thttp://localhost",
                " http://localhost",
                "http://localhost\r\nSet-Cookie: a=b",
                "http://loc\u0430lhost",
                "http://localhost\u3002evil.test",
                "HTTP://localhost",
                "javascript:alert(1)//localhost",
                "data:text/html,",
                "ftp://localhost",
                "http://localhost; script-src *",
                "http://localhost,evil.test",
                ""
            })
    void staysHome(String origin) {
        assertThat(accepted(origin + CALLBACK)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("to no other page")
    @ValueSource(
            strings = {
                "",
                "/",
                "/sign-in",
                "/api/v1/auth/providers/sandbox/callback/",
                "/api/v1/auth/providers/sandbox/callback/x",
                "/api/v1/auth/providers/sandbox/redirect",
                "/api/v1/auth/providers/../callback",
                "/api/v1/auth/providers/%2e%2e/callback",
                "/api/v1/auth/providers//callback",
                "/api/v1/auth/providers/a/callback",
                "/api/v1/auth/providers/SANDBOX/callback",
                "/x/api/v1/auth/providers/sandbox/callback",
                "/api/v1/auth/providers/sandbox/callback;x",
                "/api/v1/auth/providers/sandbox/callback#x",
                "/api/v1/auth/providers/sandbox/callback?a=<b>",
                "/api/v1/auth/providers/sandbox/callback?a=\"",
                "/api/v1/auth/providers/sandbox/callback?a=#x",
                "/api/v1/auth/providers/sandbox/callback\n"
            })
    void findsTheCallback(String path) {
        assertThat(accepted("http://localhost" + path)).isFalse();
    }

    @Test
    @DisplayName("to no address that is too long")
    void limitsLength() {
        var address = "http://localhost" + CALLBACK + "?a=";

        assertThat(accepted(address + "x".repeat(2048 - address.length()))).isTrue();
        assertThat(accepted(address + "x".repeat(2049 - address.length()))).isFalse();
        assertThat(accepted(address + "x".repeat(1_000_000))).isFalse();
    }

    @ParameterizedTest
    @DisplayName("with what the address had, and the rest")
    @CsvSource({"'','?t=1'", "'?','?t=1'", "'?a=b','?a=b&t=1'", "'?a=b&','?a=b&t=1'"})
    void keepsTheQuery(String query, String expected) {
        var address = ReturnAddress.read("http://localhost:8080" + CALLBACK + query);

        assertThat(address.map(it -> it.with("t=1")))
                .contains("http://localhost:8080" + CALLBACK + expected);
    }

    @Test
    @DisplayName("as its policy says")
    void isInThePolicy() {
        assertThat(ReturnAddress.read("https://Keys.example:1" + CALLBACK))
                .map(ReturnAddress::formTarget)
                .contains("https://keys.example:1");
        assertThat(ReturnAddress.read("http://[::1]:8080" + CALLBACK))
                .map(ReturnAddress::formTarget)
                .contains("http:");
    }

    private static boolean accepted(String address) {
        var visits = new Visits();
        var settings = Map.of("BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN", "https://keys.example");
        visits.configuration = Configuration.read(name -> Optional.ofNullable(settings.get(name)));
        return ReturnAddress.read(address)
                .filter(read -> visits.isOurs(read, "keys.lan:8080"))
                .isPresent();
    }
}
