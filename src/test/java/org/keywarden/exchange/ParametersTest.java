package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A URL with parameters of ours")
class ParametersTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("keeps what it had, but for what is called the same")
    @CsvSource({
        "https://a.test, https://a.test?state=s",
        "https://a.test/, https://a.test/?state=s",
        "https://a.test/in, https://a.test/in?state=s",
        "https://a.test/in?, https://a.test/in?state=s",
        "https://a.test/in?a=b, https://a.test/in?a=b&state=s",
        "https://a.test/in?a=b&a=c&, https://a.test/in?a=b&a=c&state=s",
        "https://a.test/in?a=1+2%2B3, https://a.test/in?a=1+2%2B3&state=s",
        "https://a.test/in?a=%7Bx%7D%20y, https://a.test/in?a=%7Bx%7D%20y&state=s",
        "https://a.test/in?a=%C3%BC, https://a.test/in?a=%C3%BC&state=s",
        "https://a.test/in?a=http://b?c=d/e, https://a.test/in?a=http://b?c=d/e&state=s",
        "https://a.test/in?flag, https://a.test/in?flag&state=s",
        "https://a.test/in?state=theirs, https://a.test/in?state=s",
        "https://a.test/in?state, https://a.test/in?state=s",
        "https://a.test/in?state=1&x=y&state=2, https://a.test/in?x=y&state=s",
        "https://a.test/in?st%61te=theirs, https://a.test/in?state=s",
        "https://a.test/in?State=theirs, https://a.test/in?State=theirs&state=s",
        "https://a.test/in?a=b#part, https://a.test/in?a=b&state=s#part",
        "https://a.test/in#part?a=b, https://a.test/in?state=s#part?a=b",
        "https://a.test:8443/in;v=1/%2F, https://a.test:8443/in;v=1/%2F?state=s",
    })
    void keepsTheRest(String url, String expected) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("state", "s");

        assertThat(Parameters.put(URI.create(url), parameters)).hasToString(expected);
    }

    @Test
    @DisplayName("has only ASCII in it, and none of ours can break out")
    void encodes() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("redirect_url", "https://k.test/{a}?b=c&d=e+f g#ü");

        assertThat(Parameters.put(URI.create("https://a.test/ü?ö=1"), parameters))
                .hasToString(
                        "https://a.test/%C3%BC?%C3%B6=1&redirect_url="
                                + "https%3A%2F%2Fk.test%2F%7Ba%7D%3Fb%3Dc%26d%3De%2Bf%20g%23%C3%BC");
    }
}
