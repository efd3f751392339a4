package org.keywarden.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.access.Caller;
import org.keywarden.access.Callers;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.platform.crypto.MasterSecret;
import org.keywarden.platform.crypto.MasterSecrets;

@DisplayName("The token against forged calls")
class CsrfTest {

    private static final String SECRET = "the secret of these tests, long enough";

    private final Csrf csrf = csrf(MasterSecrets.of(SECRET));

    @Test
    @DisplayName("lets its own session pass, on every node")
    void takesItsOwn() {
        var token = csrf.tokenOf(Callers.session());

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThatCode(() -> csrf(MasterSecrets.of(SECRET)).require(Callers.session(), token))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("is nothing else")
    @NullSource
    @ValueSource(strings = {"", " ", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u00e4"})
    void isNothingElse(String presented) {
        refuses(csrf, presented);
        refuses(csrf, csrf.tokenOf(Callers.session()) + "x");
    }

    @Test
    @DisplayName("of another session does not count")
    void isBoundToTheSession() {
        var other =
                new Caller(
                        Callers.ADA,
                        Role.DEVELOPER,
                        TokenType.SESSION_TOKEN,
                        "ses_2",
                        Set.of(),
                        false,
                        false);

        refuses(csrf, csrf.tokenOf(other));
    }

    @Test
    @DisplayName("outlives a rotation of the secret, as long as the old one is known")
    void survivesRotation() {
        var token = csrf.tokenOf(Callers.session());
        var newest = "another secret of these tests, as long";

        assertThatCode(
                        () ->
                                csrf(MasterSecrets.of(newest, SECRET))
                                        .require(Callers.session(), token))
                .doesNotThrowAnyException();
        refuses(csrf(MasterSecrets.of(newest)), token);
    }

    private static void refuses(Csrf csrf, String presented) {
        assertThatExceptionOfType(CsrfInvalidException.class)
                .isThrownBy(() -> csrf.require(Callers.session(), presented));
    }

    private static Csrf csrf(MasterSecret secret) {
        var csrf = new Csrf();
        csrf.secret = secret;
        csrf.derive();
        return csrf;
    }
}
