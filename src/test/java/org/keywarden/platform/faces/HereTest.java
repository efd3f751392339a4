package org.keywarden.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address that a form is sent to")
class HereTest {

    @Test
    @DisplayName("has the filters of the page")
    void hasFilters() {
        var query = "q=a%26b+%C3%BC&project=prj_1&page=2&revoked&x=a=b";

        assertThat(Here.withoutFields(query)).isEqualTo(query);
    }

    @ParameterizedTest
    @DisplayName("has no field of a form, which somebody may have planted in a link")
    @ValueSource(
            strings = {
                "deleteForm:id=prj_1",
                "deleteForm%3Aid=prj_1",
                "deleteForm%3aid=prj_1",
                "delete%46orm:id=prj_1",
                "jakarta.faces.source=deleteForm:submit",
                "=x",
                "%00=x"
            })
    void hasNoFields(String planted) {
        assertThat(Here.withoutFields(planted + "&page=2")).isEqualTo("page=2");
        assertThat(Here.withoutFields(planted)).isEmpty();
    }
}
