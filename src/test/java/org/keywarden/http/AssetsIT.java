package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("What pages are made of")
class AssetsIT {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|src)=\"(/(?:assets|jakarta.faces.resource)/[^\"#]+)");

    @Test
    @DisplayName("is kept for ever, each file by an address that is its content’s")
    void isKept(Account anna, Api api) {
        var addresses = addresses(anna);

        assertThat(addresses).hasSizeGreaterThan(5).allMatch(address -> address.contains("v="));
        for (var address : addresses) {
            var answer = api.getOutside(address.replace("&amp;", "&")).expect(200);
            assertThat(answer.header("Cache-Control")).as(address).isEqualTo(FOR_EVER);
            assertThat(answer.header("Vary")).as(address).contains("Accept-Encoding");
        }
    }

    @Test
    @DisplayName("stays kept for ever when a browser asks whether it changed")
    void staysKept(Account anna, Api api) {
        for (var address : addresses(anna)) {
            var path = address.replace("&amp;", "&");
            var since = api.getOutside(path).expect(200).header("Last-Modified");

            var answer = api.with("If-Modified-Since", since).getOutside(path).expect(304);

            assertThat(answer.header("Cache-Control")).as(address).isEqualTo(FOR_EVER);
        }
    }

    @Test
    @DisplayName("is not kept as what it was, or is going to be, in another release")
    void isNotKept(Account anna, Api api) {
        var ours =
                addresses(anna).stream().filter(address -> address.startsWith("/assets/")).toList();

        for (var address : ours) {
            var other = api.getOutside(address.replaceAll("v=.*", "v=0123456789ab")).expect(200);
            assertThat(other.headersOf("Cache-Control")).as(address).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.css?v=0123456789ab",
                "/assets/?v=0123456789ab",
                "/assets/../WEB-INF/web.xml?v=0123456789ab",
                "/jakarta.faces.resource/nothing.js.xhtml?ln=primefaces&v=15.0.13"
            })
    @DisplayName("is not kept as missing")
    void isNotMissingForEver(String address, Api api) {
        var answer = api.getOutside(address).expect(404);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static List<String> addresses(Account account) {
        var page =
                account.api()
                        .without("Authorization")
                        .with("Cookie", "keywarden=" + account.token())
                        .getOutside("/console/overview")
                        .expect(200);
        return ADDRESS.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
