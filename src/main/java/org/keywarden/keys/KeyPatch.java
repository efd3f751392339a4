package org.keywarden.keys;

import java.util.Set;
import org.keywarden.access.Scope;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * The wish to change a key. What is undefined stays; {@code null} clears label, description and
 * expiry.
 *
 * @param label at most 64 code points
 * @param description at most 255 code points
 * @param scopes 1–4, never {@code null}
 * @param expiresInDays 1–3650, counted from now
 */
public record KeyPatch(
        JsonNullable<String> label,
        JsonNullable<String> description,
        JsonNullable<Set<Scope>> scopes,
        JsonNullable<Integer> expiresInDays) {}
