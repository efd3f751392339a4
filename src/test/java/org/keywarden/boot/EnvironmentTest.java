package org.keywarden.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The variable {@code KEYWARDEN_UNIT_TEST} comes from the build. */
@DisplayName("A property before the server is there")
class EnvironmentTest {

    private static final String PROPERTY = "keywarden.unit-test";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    @DisplayName("is found as the variable of its name")
    void isFoundAsVariable() {
        assertThat(Environment.lookup(PROPERTY)).contains("from the environment");
        assertThat(Environment.lookup("KEYWARDEN_UNIT_TEST")).contains("from the environment");
        assertThat(Environment.lookup("keywarden/unit test")).contains("from the environment");
    }

    @Test
    @DisplayName("is the system property, if there is one")
    void prefersSystemProperties() {
        System.setProperty(PROPERTY, "from the command line");

        assertThat(Environment.lookup(PROPERTY)).contains("from the command line");
    }

    @Test
    @DisplayName("may be missing")
    void mayBeMissing() {
        assertThat(Environment.lookup("keywarden.unit-test.missing")).isEmpty();
    }
}
