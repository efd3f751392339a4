package org.keywarden.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What names a provider")
class ProviderIdTest {

    @Test
    @DisplayName("is an id that is read back from its text")
    void isReadBack() {
        var id = ProviderId.next();

        assertThat(ProviderId.parse(id.toString())).contains(id);
        assertThat(id.secretPlace()).isEqualTo("provider/" + id + "/client-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prv_", "key_0199d5f2c0de7abc8123456789abcdef", "prv_\u0000"})
    @DisplayName("is no other text")
    void isOfItsKind(String text) {
        assertThat(ProviderId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "daydream",
                "a-b",
                "--",
                "007",
                "abcdefghijklmnopqrstuvwxyz-0123456789-ab"
            })
    @DisplayName("is a slug of 2 to 40 small letters, digits and hyphens")
    void isSlug(String text) {
        assertThat(Slug.parse(text)).map(Slug::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Ab",
                "a b",
                "a_b",
                "a.b",
                "a/b",
                "ab\n",
                "\u0000ab",
                "\u00e4b",
                "abcdefghijklmnopqrstuvwxyz-0123456789-abc"
            })
    @DisplayName("is no other slug")
    void isNoOtherSlug(String text) {
        assertThat(Slug.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "TOKEN", "", "code", "authorization-code"})
    @DisplayName("has a style by its exact name")
    void hasStyle(String text) {
        assertThat(ExchangeStyle.of("token")).isEqualTo(ExchangeStyle.TOKEN);
        assertThat(ExchangeStyle.of("authorization_code"))
                .isEqualTo(ExchangeStyle.AUTHORIZATION_CODE);
        assertThatIllegalArgumentException().isThrownBy(() -> ExchangeStyle.of(text));
    }
}
