package org.keywarden.access;

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
import org.keywarden.platform.http.Requests;
import org.keywarden.platform.problem.ProblemException;

@DisplayName("A credential")
class CredentialTest {

    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "X-API-Key";

    @Nested
    @DisplayName("is read")
    class Read {

        @ParameterizedTest(name = "{0}")
        @DisplayName("from a bearer header, whatever the case of its scheme")
        @ValueSource(
                strings = {"Bearer abc.d-e_f~+/=", "bearer abc.d-e_f~+/=", "BEARER abc.d-e_f~+/="})
        void fromBearer(String header) {
            assertThat(credential(AUTHORIZATION, header))
                    .contains(new Credential("abc.d-e_f~+/=", false));
        }

        @Test
        @DisplayName("from a key header as it is")
        void fromKeyHeader() {
            assertThat(credential(API_KEY, "kw_1_2")).contains(new Credential("kw_1_2", true));
        }

        @Test
        @DisplayName("as none when neither header is there")
        void noneWithoutHeader() {
            assertThat(Credential.of(Requests.with(Map.of("Cookie", List.of("a=b"))))).isEmpty();
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
            var request = Requests.with(Map.of(name, List.of("Bearer abc", "Bearer abc")));

            assertThat(Credential.of(request))
                    .hasValueSatisfying(read -> assertThat(read.isReadable()).isFalse());
        }
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("in both headers is a conflict, good or bad")
    @MethodSource("pairs")
    void isAConflict(List<String> bearers, List<String> keys) {
        var request = Requests.with(Map.of(AUTHORIZATION, bearers, API_KEY, keys));

        var refusal = catchThrowableOfType(ProblemException.class, () -> Credential.of(request));

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
        assertThat(new Credential("hush", false).toString()).doesNotContain("hush");
    }

    private static Optional<Credential> credential(String name, String value) {
        return Credential.of(Requests.with(Map.of(name, List.of(value))));
    }
}
