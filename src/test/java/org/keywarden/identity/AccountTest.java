package org.keywarden.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An account")
class AccountTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is the same for every spelling of its e-mail address")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ada@example.com,ada@example.com",
                "Ada@Example.COM,ada@example.com",
                " ada@example.com\t,ada@example.com",
                "\u00c4DA@example.com,\u00e4da@example.com"
            })
    void hasOneKey(String email, String key) {
        assertThat(Account.key(email)).isEqualTo(key);
    }

    @Test
    @DisplayName("is the same on a Turkish server, where I is no capital of i")
    void ignoresTheLocale() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(Account.key("INFO@EXAMPLE.COM")).isEqualTo("info@example.com");
    }
}
