package org.keywarden.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An e-mail address")
class EmailAddressTest {

    @ParameterizedTest
    @DisplayName("is plausible with something on both sides of one at sign")
    @ValueSource(
            strings = {
                "admin@localhost",
                "a@b",
                "ada+keys@example.com",
                "\u00fc@b\u00fccher.example",
                "'@--"
            })
    void isPlausible(String text) {
        assertThat(EmailAddress.isPlausible(text)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("is nothing else")
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "ada@",
                "@example.com",
                "a@b@c",
                "a b@c",
                "a@b c",
                "a\u00a0b@c",
                "a\tb@c",
                "a\u0000b@c",
                "a\u200bb@c",
                "a\u202eb@c",
                " a@b"
            })
    void isRefused(String text) {
        assertThat(EmailAddress.isPlausible(text)).isFalse();
    }

    @Test
    @DisplayName("fits into its column, in lower case too")
    void fits() {
        assertThat(EmailAddress.isPlausible("x".repeat(252) + "@b")).isTrue();
        assertThat(EmailAddress.isPlausible("x".repeat(253) + "@b")).isFalse();
        assertThat(EmailAddress.isPlausible("\u0130".repeat(200) + "@b")).isFalse();
    }
}
