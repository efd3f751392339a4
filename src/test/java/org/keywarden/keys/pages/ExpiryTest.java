package org.keywarden.keys.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.jackson.nullable.JsonNullable;

@DisplayName("An expiry in a form")
class ExpiryTest {

    @Test
    @DisplayName("is kept, taken away, or counted in days")
    void isRead() {
        assertThat(Expiry.read("KEEP", "nonsense")).contains(JsonNullable.undefined());
        assertThat(Expiry.read("NEVER", "nonsense")).contains(JsonNullable.of(null));
        assertThat(Expiry.read("30", "nonsense")).contains(JsonNullable.of(30));
        assertThat(Expiry.read("CUSTOM", " 3650 ")).contains(JsonNullable.of(3650));
        assertThat(Expiry.read("CUSTOM", "1")).contains(JsonNullable.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "3651", "-1", "1.5", "ten", "99999", "٣"})
    @DisplayName("is nothing else")
    void isNothingElse(String days) {
        assertThat(Expiry.read("CUSTOM", days)).isEmpty();
        assertThat(Expiry.read(days, "7")).isEmpty();
    }
}
