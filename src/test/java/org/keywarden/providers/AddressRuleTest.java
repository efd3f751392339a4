package org.keywarden.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address of a provider")
class AddressRuleTest {

    private final AddressRule development = new AddressRule(false);
    private final AddressRule production = new AddressRule(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example",
                "HTTPS://API.Example:8443/v1/",
                "https://api.example/a%20b/;c=d",
                "https://8.8.8.8",
                "https://[2606:4700::1111]:443/x",
                "https://localhost.example",
                "https://10.example",
                "https://api.example:65535"
            })
    @DisplayName("may be any on the internet")
    void mayBePublic(String url) {
        assertThat(development.complaint(url, false)).isEmpty();
        assertThat(production.complaint(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.example",
                "/v1",
                "//api.example",
                "https:",
                "https://",
                "https:///v1",
                "https:api.example",
                "ftp://api.example",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://me@api.example",
                "https://me:hush@api.example",
                "https://@api.example",
                "https://api.example/#",
                "https://api.example#a",
                "https://api.example:0",
                "https://api.example:65536",
                "https://api.example:99999999999",
                "https://api.example:x",
                "https://api example",
                "https://api.example/a b",
                "https://api.example\\@evil.example",
                "https://api_base.example",
                "https://127.1",
                "https://[::1",
                "https://[::::]",
                "https://\u00e4pi.example",
                "https://api.example/\u00e4",
                "https://api.example/\u0000",
                "https://api.example/%",
                "https://a,b.example"
            })
    @DisplayName("is nothing but a whole URL, in any mode")
    void isWhole(String url) {
        assertThat(development.complaint(url, true)).isPresent();
        assertThat(production.complaint(url, true)).isPresent();
    }

    @Test
    @DisplayName("has a query only where that is good for something")
    void mayHaveQuery() {
        assertThat(production.complaint("https://api.example/in?a=b&c", true)).isEmpty();
        assertThat(production.complaint("https://api.example/in?a=b", false))
                .contains("must have no query");
        assertThat(production.complaint("https://api.example?", false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost",
                "https://LOCALHOST:8443/x",
                "https://localhost.",
                "https://keys.localhost",
                "https://127.0.0.1",
                "https://127.255.255.254",
                "https://0.0.0.0",
                "https://10.0.0.1",
                "https://100.64.0.1",
                "https://169.254.169.254/latest/meta-data",
                "https://172.16.0.1",
                "https://172.31.255.255",
                "https://192.168.1.1",
                "https://198.18.0.1",
                "https://224.0.0.1",
                "https://255.255.255.255",
                "https://0127.0.0.1",
                "https://2130706433",
                "https://0x7f000001",
                "https://127.0.0.0x1",
                "https://1.2.3.4.5",
                "https://[::]",
                "https://[::1]",
                "https://[::127.0.0.1]",
                "https://[::ffff:10.0.0.1]",
                "https://[::ffff:7f00:1]",
                "https://[fc00::1]",
                "https://[fd12:3456::1]",
                "https://[fe80::1]",
                "https://[fe80::1%25lo]",
                "https://[fec0::1]",
                "https://[ff02::1]",
                "https://[64:ff9b::a00:1]",
                "https://[2002:a00:1::1]"
            })
    @DisplayName("does not lead into our own network in production")
    void leadsOut(String url) {
        assertThat(production.complaint(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9", "http://127.0.0.1/x", "http://[::1]:9"})
    @DisplayName("may lead to this machine in development")
    void mayBeLocal(String url) {
        assertThat(development.complaint(url, false)).isEmpty();
    }

    @Test
    @DisplayName("is safe from eavesdroppers in production")
    void isSafe() {
        assertThat(development.complaint("http://api.example", false)).isEmpty();
        assertThat(production.complaint("http://api.example", false))
                .contains("must begin with https:// in production");
    }

    @Test
    @DisplayName("is of an API without slashes at its end")
    void losesSlashes() {
        var addresses =
                new Addresses("https://a/", "https://b/v1//", "https://c/", null, "https://d/");

        assertThat(addresses)
                .isEqualTo(
                        new Addresses(
                                "https://a/", "https://b/v1", "https://c/", null, "https://d/"));
        assertThat(new Addresses(null, "///", null, null, null).apiBase()).isEmpty();
    }
}
