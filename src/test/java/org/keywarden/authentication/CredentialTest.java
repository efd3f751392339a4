package org.keywarden.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.http.HttpRequests;
import org.keywarden.platform.problem.ProblemException;

@DisplayName("A credential")
class CredentialTest {

    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "X-API-Key";
    private static final String COOKIE = "keywarden";

    @Nested
    @DisplayName("is read")
    class Read {

        @ParameterizedTest(name = "{0}")
        @DisplayName("from a bearer header, whatever the case of its scheme")
        @ValueSource(
                strings = {"Bearer abc.d-e_f~+/=", "bearer abc.d-e_f~+/=", "BEARER abc.d-e_f~+/="})
        void fromBearer(String header) {
            assertThat(credential(AUTHORIZATION, header))
                    .contains(new Credential("abc.d-e_f~+/=", Credential.Source.AUTHORIZATION));
        }

        @Test
        @DisplayName("from a key header as it is")
        void fromKeyHeader() {
            assertThat(credential(API_KEY, "kw_1_2"))
                    .contains(new Credential("kw_1_2", Credential.Source.API_KEY_HEADER));
        }

        @Test
        @DisplayName("as none when neither header is there")
        void noneWithoutHeader() {
            assertThat(Credential.of(HttpRequests.with(Map.of("Cookie", List.of("a=b"))), COOKIE))
                    .isEmpty();
        }

        @ParameterizedTest(name = "{0} characters: {1}")
        @DisplayName("up to 8 KiB")
        @CsvSource({"1, true", "8192, true", "8193, false", "10240, false"})
        void hasALimit(int length, boolean readable) {
            var text = "x".repeat(length);

            assertThat(credential(API_KEY, text).orElseThrow().isReadable()).isEqualTo(readable);
            assertThat(credential(AUTHORIZATION, "Bearer " + text).orElseThrow().isReadable())
                    .isEqualTo(readable);
        }
    }

    @Nested
    @DisplayName("in a cookie")
    class InACookie {

        @Test
        @DisplayName("is read when no header has one")
        void isRead() {
            assertThat(credential("Cookie", "a=b; keywarden=eyJ.a.b"))
                    .contains(new Credential("eyJ.a.b", Credential.Source.COOKIE));
        }

        @Test
        @DisplayName("never counts beside a header, not even beside a bad one")
        void losesToHeaders() {
            var both =
                    Map.of(AUTHORIZATION, List.of("odd"), "Cookie", List.of("keywarden=eyJ.a.b"));

            assertThat(Credential.of(HttpRequests.with(both), COOKIE).orElseThrow().source())
                    .isEqualTo(Credential.Source.AUTHORIZATION);
        }

        @Test
        @DisplayName("is none if there are two, since one of them is planted")
        void isNoneOfTwo() {
            assertThat(credential("Cookie", "keywarden=a; keywarden=b")).isEmpty();
        }
    }

    @Nested
    @DisplayName("cannot be read, and is still no anonymous call,")
    class Unreadable {

        @ParameterizedTest(name = "[{index}] {0}")
        @DisplayName("from an odd bearer header")
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "Bearer",
                    "Bearer ",
                    "Bearer  ",
                    "Bearer  abc",
                    " Bearer abc",
                    "Bearer abc ",
                    "Bearer\tabc",
                    "Bearer abc def",
                    "Bearer abc,def",
                    "Bearerabc",
                    "Bearer=abc",
                    "Basic YTpi",
                    "Digest x",
                    "abc",
                    "Bearer ab=c",
                    "Bearer =",
                    "Bearer a\u00e9",
                    "Bearer a\nb",
                    "Bearer \"abc\"",
                    "Bearer abc, Bearer def"
                })
        void fromOddBearers(String header) {
            assertThat(credential(AUTHORIZATION, header))
                    .hasValueSatisfying(read -> assertThat(read.isReadable()).isFalse());
        }

        @ParameterizedTest(name = "[{index}]")
        @DisplayName("from a blank key header")
        @ValueSource(strings = {"", " ", "\t"})
        void fromBlankKeys(String header) {
            assertThat(credential(API_KEY, header))
                    .hasValueSatisfying(read -> assertThat(read.isReadable()).isFalse());
        }

        @ParameterizedTest(name = "{0} twice")
        @DisplayName("from two headers of a kind, even equal ones")
        @ValueSource(strings = {AUTHORIZATION, API_KEY})
        void fromTwoOfAKind(String name) {
            var request = HttpRequests.with(Map.of(name, List.of("Bearer abc", "Bearer abc")));

            assertThat(Credential.of(request, COOKIE))
                    .hasValueSatisfying(read -> assertThat(read.isReadable()).isFalse());
        }
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("in both headers is a conflict, good or bad")
    @MethodSource("pairs")
    void isAConflict(List<String> bearers, List<String> keys) {
        var request = HttpRequests.with(Map.of(AUTHORIZATION, bearers, API_KEY, keys));

        var refusal =
                catchThrowableOfType(ProblemException.class, () -> Credential.of(request, COOKIE));

        assertThat(refusal).isNotNull();
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errorCode()).isEqualTo("CREDENTIALS_CONFLICT");
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> pairs() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of(List.of("Bearer a"), List.of("a")),
                org.junit.jupiter.params.provider.Arguments.of(List.of(""), List.of("")),
                org.junit.jupiter.params.provider.Arguments.of(List.of("Basic x"), List.of("a")),
                org.junit.jupiter.params.provider.Arguments.of(
                        List.of("Bearer a", "Bearer b"), List.of("a", "b")));
    }

    @Test
    @DisplayName("never shows itself")
    void neverShows() {
        assertThat(new Credential("hush", Credential.Source.COOKIE).toString())
                .doesNotContain("hush");
    }

    private static Optional<Credential> credential(String name, String value) {
        return Credential.of(HttpRequests.with(Map.of(name, List.of(value))), COOKIE);
    }
}
