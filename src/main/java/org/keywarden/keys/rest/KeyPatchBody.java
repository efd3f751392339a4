package org.keywarden.keys.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.ScopeList;
import org.keywarden.keys.KeyPatch;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Text;
import org.keywarden.platform.text.Texts;
import org.openapitools.jackson.nullable.JsonNullable;

/** What to change of a key: at least one field; {@code null} clears label, description and expiry. */
public class KeyPatchBody {

    JsonNullable<@Text(max = 64) String> label = JsonNullable.undefined();

    JsonNullable<@Text(max = 255) String> description = JsonNullable.undefined();

    JsonNullable<
                    @NotNull(message = "must not be null")
                            @Size(min = 1, max = 4, message = "must be 1 to 4 scopes") List<
                            @NotNull(message = "must not be null") Scope>>
            scopes = JsonNullable.undefined();

    JsonNullable<
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 3650, message = "must be at most 3650") Integer>
            expiresInDays = JsonNullable.undefined();

    // Setters, since they are called for a field that is there, be it null; the library's own
    // reader
    // of JsonNullable takes empty text for absence.

    @JsonProperty
    void setLabel(@Nullable String given) {
        label = JsonNullable.of(given);
    }

    @JsonProperty
    void setDescription(@Nullable String given) {
        description = JsonNullable.of(given);
    }

    @JsonProperty
    void setScopes(@Nullable List<Scope> given) {
        scopes = JsonNullable.of(given);
    }

    @JsonProperty
    void setExpiresInDays(@Nullable Integer given) {
        expiresInDays = JsonNullable.of(given);
    }

    /**
     * The wish as the module understands it.
     *
     * @throws ValidationException if it names nothing to change, or a scope twice
     */
    KeyPatch toPatch() {
        if (!label.isPresent()
                && !description.isPresent()
                && !scopes.isPresent()
                && !expiresInDays.isPresent()) {
            throw new ValidationException(
                    "",
                    "REQUIRED",
                    "name at least one of label, description, scopes, expiresInDays");
        }
        return new KeyPatch(
                trimmed(label),
                trimmed(description),
                scopes.isPresent()
                        ? JsonNullable.of(ScopeList.distinct(scopes.get()))
                        : JsonNullable.<Set<Scope>>undefined(),
                expiresInDays);
    }

    private static JsonNullable<String> trimmed(JsonNullable<String> text) {
        return text.isPresent() ? JsonNullable.of(Texts.trimmedOrNull(text.get())) : text;
    }
}
