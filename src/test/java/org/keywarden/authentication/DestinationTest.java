package org.keywarden.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The destination of a sign-in")
class DestinationTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("is the page asked for")
    @ValueSource(
            strings = {
                "/",
                "/?welcome=1",
                "/keys",
                "/keys/",
                "/console/keys/list",
                "/keys?status=ACTIVE&text=caf%C3%A9&page=2",
                "/keys/key_01J8Z3W?tab=usage",
                "/keys?back=/projects?sort=name",
                "/api-docs",
                "/apis",
                "/sign-ins",
                "/reference/index.html",
                "/.well-known/jwks.json",
                "/a..b/c.d"
            })
    void keepsPages(String wanted) {
        assertThat(Destination.of(wanted).path()).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("never leads to another site")
    @ValueSource(
            strings = {
                "https://evil.test",
                "HTTPS://evil.test/",
                "http:evil.test",
                "https:/evil.test",
                "https:///evil.test",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "//evil.test",
                "///evil.test",
                "////evil.test",
                "/\\evil.test",
                "\\/evil.test",
                "\\\\evil.test",
                "/\\/evil.test",
                "/\t/evil.test",
                "/\n/evil.test",
                "/\r/evil.test",
                "\t//evil.test",
                " //evil.test",
                " /keys",
                "/ /evil.test",
                "/.//evil.test",
                "/..//evil.test",
                "/keys//evil.test",
                "/keys/..//evil.test",
                "/%2F/evil.test",
                "/%2f%2fevil.test",
                "/%5Cevil.test",
                "/%09/evil.test",
                "/%2e%2e//evil.test",
                "/@evil.test",
                "/:80",
                "@evil.test",
                "evil.test",
                "keys",
                "./keys",
                "../keys",
                "?to=//evil.test",
                "#//evil.test",
                "/\u2028/evil.test",
                "/\uFF0Fevil.test",
                "/\u2215evil.test",
                "\uFEFF/keys",
                "/\u00A0/evil.test",
                "/;/evil.test",
                "/;@evil.test"
            })
    void neverLeavesUs(String wanted) {
        assertThat(Destination.of(wanted)).isEqualTo(Destination.START);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("holds nothing that could end a header, a path or a page")
    @ValueSource(
            strings = {
                "/keys\r\nSet-Cookie: a=b",
                "/keys\nX: y",
                "/keys\u0000",
                "/keys\u007F",
                "/keys\u0085",
                "/keys%0d%0aX:y",
                "/keys?a=b\r\nX: y",
                "/keys?a=\"><script>",
                "/keys?a=b#fragment",
                "/keys#fragment",
                "/keys?a=b c",
                "/keys?a=\\",
                "/keys?a=é",
                "/ключи",
                "/keys;jsessionid=1",
                "/keys\n",
                "/\n"
            })
    void staysPlain(String wanted) {
        assertThat(Destination.of(wanted)).isEqualTo(Destination.START);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is neither the API nor the sign-in again, however it is written")
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1/auth/me",
                "/api?x",
                "/API/v1/auth/me",
                "/%61pi/v1",
                "/./api/v1",
                "/keys/../api/v1",
                "/keys/%2e%2e/api/v1",
                "/keys/.%2e/api/v1",
                "/keys/..",
                "/keys/.?a",
                "/...",
                "/sign-in",
                "/sign-in/",
                "/sign-in?to=/sign-in",
                "/sign-in/oidc",
                "/sign-in/oidc?to=/keys",
                "/sign-in/oidc/callback?code=c&state=s",
                "/sign-in.xhtml",
                "/Sign-In",
                "/sign-in;a=b",
                "/sign%2Din"
            })
    void isAPage(String wanted) {
        assertThat(Destination.of(wanted)).isEqualTo(Destination.START);
    }

    @Test
    @DisplayName("is the start page if nothing is asked for")
    void defaultsToTheStart() {
        assertThat(Destination.of(null)).isEqualTo(Destination.START);
        assertThat(Destination.of("")).isEqualTo(Destination.START);
        assertThat(Destination.START).hasToString("/");
    }

    @Test
    @DisplayName("is judged at once, at any length")
    void isShort() {
        var longest = "/" + "a".repeat(999);

        assertThat(Destination.of(longest).path()).isEqualTo(longest);
        assertThat(Destination.of(longest + "a")).isEqualTo(Destination.START);
        assertThat(Destination.of("/a".repeat(100_000))).isEqualTo(Destination.START);
        assertThat(Destination.of("/" + "a.".repeat(450) + "\n")).isEqualTo(Destination.START);
    }

    @Test
    @DisplayName("comes back from signing in as it was, whatever is in it")
    void survivesSigningIn() {
        var wanted = Destination.of("/console/keys?q=a%26b&status=ACTIVE");

        assertThat(wanted.signIn("/ctx"))
                .isEqualTo("/ctx/sign-in?to=%2Fconsole%2Fkeys%3Fq%3Da%2526b%26status%3DACTIVE");
        assertThat(wanted.isStart()).isFalse();
        assertThat(Destination.of("//evil.example").isStart()).isTrue();
    }
}
