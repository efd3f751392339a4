package org.keywarden.keys.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What to do with a new key")
class IssuedSnippetsTest {

    private static final String RAW = "kw_0123456789abcdef_secretsecret";

    private final IssuedSnippets snippets = new IssuedSnippets(RAW, "https://keys.example");

    @Test
    @DisplayName("is to put it into the environment, and to read it from there")
    void keepsKeyOut() {
        assertThat(snippets.env()).isEqualTo("KEYWARDEN_API_KEY=" + RAW);
        assertThat(snippets.curl()).contains("$KEYWARDEN_API_KEY").doesNotContain(RAW);
        assertThat(snippets.java()).contains("KEYWARDEN_API_KEY").doesNotContain(RAW);
        assertThat(snippets.toString()).doesNotContain(RAW);
    }

    @Test
    @DisplayName("is to ask the very server that issued it")
    void asksThisServer() {
        assertThat(snippets.curl()).contains("https://keys.example/api/v1/keys/verify ");
        assertThat(snippets.java()).contains("\"https://keys.example/api/v1/keys/verify\"");
    }

    @ParameterizedTest
    @DisplayName("is quoted where a shell would read something else")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"sk-a.b/c+d=|sk-a.b/c+d=", "a$b c|'a$b c'", "a'b|'a'\\''b'"})
    void quotes(String raw, String value) {
        assertThat(new IssuedSnippets(raw, "https://keys.example").env())
                .isEqualTo("KEYWARDEN_API_KEY=" + value);
    }
}
