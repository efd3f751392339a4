package org.keywarden.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;

@DisplayName("A stored key")
class StoredKeyTest {

    @ParameterizedTest(name = "scopes \"{0}\", legacy {1}: may do {2}")
    @DisplayName("may do what its scopes say, or all with legacy access")
    @CsvSource({
        "'', false, ''",
        "'', true, read write update delete",
        "admin superuser, false, ''",
        "read admin, false, read",
        "write delete, false, write delete",
        "read, true, read write update delete"
    })
    void holdsItsScopes(String stored, boolean legacy, String allowed) {
        var key =
                new StoredKey(
                        new KeyId("key_1"),
                        new UserId("usr_1"),
                        Role.DEVELOPER,
                        false,
                        null,
                        null,
                        Scope.parse(stored),
                        legacy,
                        null,
                        null,
                        null,
                        false);

        assertThat(Arrays.stream(Scope.values()).filter(key::holds).map(Scope::wireName))
                .containsExactlyElementsOf(
                        allowed.isEmpty()
                                ? java.util.List.of()
                                : Arrays.asList(allowed.split(" ")));
    }
}
