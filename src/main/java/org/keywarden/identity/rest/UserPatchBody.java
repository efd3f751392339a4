package org.keywarden.identity.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.identity.UserPatch;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Text;
import org.keywarden.platform.text.Texts;
import org.openapitools.jackson.nullable.JsonNullable;

/** What to change of an account: at least one field; {@code null} clears the name. */
public class UserPatchBody {

    JsonNullable<@Text(max = 100) String> name = JsonNullable.undefined();

    JsonNullable<@NotNull(message = "must not be null") Role> role = JsonNullable.undefined();

    JsonNullable<@NotNull(message = "must not be null") Boolean> suspended =
            JsonNullable.undefined();

    // Setters, since they are called for a field that is there, be it null.

    @JsonProperty
    void setName(@Nullable String given) {
        name = JsonNullable.of(given);
    }

    @JsonProperty
    void setRole(@Nullable Role given) {
        role = JsonNullable.of(given);
    }

    @JsonProperty
    void setSuspended(@Nullable Boolean given) {
        suspended = JsonNullable.of(given);
    }

    /**
     * The wish as the module understands it.
     *
     * @throws ValidationException if it names nothing to change
     */
    UserPatch toPatch() {
        if (!name.isPresent() && !role.isPresent() && !suspended.isPresent()) {
            throw new ValidationException(
                    "", "REQUIRED", "name at least one of name, role, suspended");
        }
        return new UserPatch(
                name.isPresent() ? JsonNullable.of(Texts.trimmedOrNull(name.get())) : name,
                role,
                suspended);
    }
}
