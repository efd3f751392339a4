package org.keywarden.keys.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.access.Scope.READ;
import static org.keywarden.access.Scope.WRITE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeyPatch;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.KeySummary;
import org.openapitools.jackson.nullable.JsonNullable;

@DisplayName("The form to edit a key")
class KeyFormTest {

    private static final JsonNullable<Integer> KEEP = JsonNullable.undefined();

    private final KeyForm before = new KeyForm("label", null, Set.of(READ));

    @Test
    @DisplayName("that nobody touched changes nothing")
    void changesNothing() {
        assertThat(new KeyForm(" label ", "", Set.of(READ)).since(before, KEEP))
                .isEqualTo(
                        new KeyPatch(
                                JsonNullable.undefined(),
                                JsonNullable.undefined(),
                                JsonNullable.undefined(),
                                JsonNullable.undefined()));
    }

    @Test
    @DisplayName("changes what is different, and only that")
    void changesWhatIsDifferent() {
        var patch = new KeyForm("", "text", Set.of(READ, WRITE)).since(before, JsonNullable.of(7));

        assertThat(patch.label()).isEqualTo(JsonNullable.of(null));
        assertThat(patch.description()).isEqualTo(JsonNullable.of("text"));
        assertThat(patch.scopes()).isEqualTo(JsonNullable.of(Set.of(READ, WRITE)));
        assertThat(patch.expiresInDays()).isEqualTo(JsonNullable.of(7));
    }

    @Test
    @DisplayName("lacks scopes only if it had some")
    void lacksScopes() {
        var none = new KeyForm("label", null, Set.of());

        assertThat(none.lacksScopes(before)).isTrue();
        assertThat(none.lacksScopes(none)).isFalse();
        assertThat(before.lacksScopes(none)).isFalse();
    }

    @Test
    @DisplayName("ticks no scope of a legacy key, since none counts")
    void ticksNoLegacyScope() {
        assertThat(KeyForm.of(key(false)).scopes()).containsExactly(READ);
        assertThat(KeyForm.of(key(true)).scopes()).isEmpty();
    }

    @Test
    @DisplayName("is about a key with full access if that is legacy or has all scopes")
    void knowsFullAccess() {
        assertThat(key(true).hasFullAccess()).isTrue();
        assertThat(key(false).hasFullAccess()).isFalse();
        assertThat(key(false, Scope.values()).hasFullAccess()).isTrue();
    }

    private static KeySummary key(boolean legacy) {
        return key(legacy, READ);
    }

    private static KeySummary key(boolean legacy, Scope... scopes) {
        return new KeySummary(
                KeyId.next(),
                null,
                null,
                null,
                null,
                List.of(scopes),
                legacy,
                "kw_1...",
                KeyStatus.ACTIVE,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
