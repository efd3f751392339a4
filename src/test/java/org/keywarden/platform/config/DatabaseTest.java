package org.keywarden.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A database")
class DatabaseTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("is shown without user, password and parameters")
    @CsvSource({
        "jdbc:postgresql://db:5432/kw, jdbc:postgresql://db:5432/kw",
        "jdbc:postgresql://db/kw?user=ada&password=hush, jdbc:postgresql://db/kw",
        "jdbc:postgresql://ada:hush@db/kw, jdbc:postgresql://db/kw",
        "jdbc:postgresql://ada@db/kw?password=hu@sh, jdbc:postgresql://db/kw",
        "jdbc:postgresql://ada:hu@sh@db/kw, jdbc:postgresql://db/kw",
        "jdbc:postgresql://ada:hu/sh@db/kw, jdbc:postgresql://db/kw",
        "jdbc:h2:file:/data/kw;USER=sa;PASSWORD=hush, jdbc:h2:file:/data/kw",
        "jdbc:h2:tcp://localhost/kw;PASSWORD=hush, jdbc:h2:tcp://localhost/kw"
    })
    void isShownWithoutSecrets(String url, String shown) {
        var database = new Database(url, "ada", "hush");

        assertThat(database.shownUrl()).isEqualTo(shown);
        assertThat(database).hasToString(shown);
    }
}
