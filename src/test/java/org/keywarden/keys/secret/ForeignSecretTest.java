package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A key of another system")
class ForeignSecretTest {

    @ParameterizedTest
    @DisplayName("is shown up to four characters after its prefix, four at least staying hidden")
    @CsvSource({
        "sk_live_51H8xYzAbCdEf, sk_live_51H8...",
        "naap_0123456789abcdef_0123, naap_0123...",
        "abcdefghijk_mnopqrstuvwx, abcdefghijk_mnop...",
        "abcdefghijkl_nopqrstuvwx, abcd...",
        "abcdefghijklmnop, abcd...",
        "_bcdefghijklmnop, _bcde...",
        "abcdefgh, abcd...",
        "abcdefg_, abcd...",
        "abc_defg, abc_...",
        "a_cdefghij, a_cdef...",
        "a_cdefghi, a_cd...",
        "abcdefghijk_mnop, abcd..."
    })
    void isShown(String key, String shown) {
        assertThat(new ForeignSecret(key).shownPrefix()).isEqualTo(shown);
    }

    @ParameterizedTest
    @DisplayName("has 8 to 512 printable characters, none of them a space")
    @ValueSource(
            strings = {
                "",
                "1234567",
                "1234 678",
                "1234567\n",
                "12345678\n",
                "1234567\u00e9",
                "1234567\u0000",
                "1234567\u007f",
                "12345678 "
            })
    void isPlausible(String text) {
        assertThat(ForeignSecret.isPlausible(text)).isFalse();
        assertThat(ForeignSecret.isPlausible("12345678")).isTrue();
        assertThat(ForeignSecret.isPlausible("!~".repeat(256))).isTrue();
        assertThat(ForeignSecret.isPlausible("!".repeat(513))).isFalse();
        assertThat(ForeignSecret.isPlausible("!".repeat(10_000_000))).isFalse();
    }

    @Test
    @DisplayName("is looked for in the form that it was imported in, and as itself")
    void hasForms() {
        var digest = ImportedDigest.sha256Of("12345678");

        assertThat(ImportedSecret.of("12345678").forms()).containsExactly(ImportedForm.RAW);
        assertThat(ImportedSecret.of(digest).forms())
                .containsExactlyInAnyOrder(ImportedForm.RAW, ImportedForm.SHA256);
        assertThat(ImportedSecret.of(digest).shownPrefix()).isEqualTo("...");
    }

    @Test
    @DisplayName("that is a native key of another Keywarden is looked for like our own")
    void mayBeNative() {
        var secret = Secret.of("acme", new byte[8], new byte[32]);

        assertThat(ImportedSecret.of(secret.text()).forms()).isEmpty();
        assertThat(ImportedSecret.of(secret.text()).shownPrefix())
                .isEqualTo("acme_0000000000000000...");
    }
}
