package org.keywarden.keys.pages;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyPatch;
import org.keywarden.keys.KeySummary;
import org.keywarden.platform.text.Texts;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * What the form to edit a key says about all but its expiry.
 *
 * @param label or {@code null}
 * @param description or {@code null}
 * @param scopes those that are ticked
 */
record KeyForm(@Nullable String label, @Nullable String description, Set<Scope> scopes) {

    KeyForm {
        label = Texts.trimmedOrNull(label);
        description = Texts.trimmedOrNull(description);
        scopes = Set.copyOf(scopes);
    }

    /** As it is shown at first. The scopes of a legacy key do not count, hence none is ticked. */
    static KeyForm of(KeySummary key) {
        return new KeyForm(
                key.label(),
                key.description(),
                key.legacyFullAccess() ? Set.of() : Set.copyOf(key.scopes()));
    }

    /** Whether somebody took away the last scope. */
    boolean lacksScopes(KeyForm before) {
        return scopes.isEmpty() && !before.scopes().isEmpty();
    }

    /** The wish to change what somebody changed since the form was shown, and nothing else. */
    KeyPatch since(KeyForm before, JsonNullable<Integer> expiresInDays) {
        return new KeyPatch(
                changed(before.label(), label),
                changed(before.description(), description),
                changed(before.scopes(), scopes),
                expiresInDays);
    }

    private static <T> JsonNullable<T> changed(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? JsonNullable.undefined() : JsonNullable.of(after);
    }
}
