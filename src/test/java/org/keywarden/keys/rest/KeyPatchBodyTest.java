package org.keywarden.keys.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Scope;
import org.keywarden.platform.json.ObjectMapperProducer;
import org.keywarden.platform.problem.ValidationException;
import org.openapitools.jackson.nullable.JsonNullable;

@DisplayName("The wish to change a key")
class KeyPatchBodyTest {

    @Test
    @DisplayName("tells null from absent")
    void tellsNullFromAbsent() throws JsonProcessingException {
        var patch = read("{\"label\":null,\"scopes\":[\"read\"]}").toPatch();

        assertThat(patch.label()).isEqualTo(JsonNullable.of(null));
        assertThat(patch.description()).isEqualTo(JsonNullable.undefined());
        assertThat(patch.scopes()).isEqualTo(JsonNullable.of(Set.of(Scope.READ)));
        assertThat(patch.expiresInDays()).isEqualTo(JsonNullable.undefined());
    }

    @Test
    @DisplayName("takes blank text for null")
    void trims() throws JsonProcessingException {
        var patch = read("{\"label\":\" \",\"description\":\" x \"}").toPatch();

        assertThat(patch.label()).isEqualTo(JsonNullable.of(null));
        assertThat(patch.description()).isEqualTo(JsonNullable.of("x"));
    }

    @Test
    @DisplayName("does not take empty text for an absent number")
    void refusesEmptyNumber() {
        assertThatThrownBy(() -> read("{\"expiresInDays\":\"\"}"))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    @DisplayName("is refused when it wishes nothing")
    void refusesNothing() throws JsonProcessingException {
        var body = read("{\"name\":\"unknown\"}");

        assertThatThrownBy(body::toPatch).isInstanceOf(ValidationException.class);
    }

    private static KeyPatchBody read(String json) throws JsonProcessingException {
        return ObjectMapperProducer.create().readValue(json, KeyPatchBody.class);
    }
}
