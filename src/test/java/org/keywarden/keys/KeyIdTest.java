package org.keywarden.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.projects.ProjectId;

@DisplayName("The id of a key")
class KeyIdTest {

    @Test
    @DisplayName("is read back from its text")
    void isReadBack() {
        var id = KeyId.next();

        assertThat(KeyId.parse(id.toString())).contains(id);
    }

    @Test
    @DisplayName("is no id of a project, and the other way round")
    void isOfItsKind() {
        assertThat(ProjectId.parse(KeyId.next().value())).isEmpty();
        assertThat(KeyId.parse("prj_0199d5f2c0de7abc8123456789abcdef")).isEmpty();
        assertThat(KeyId.parse("")).isEmpty();
    }
}
