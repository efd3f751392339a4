package org.keywarden.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeyId;

/**
 * What became of one row of an import.
 *
 * @param index its place in the import, from 0
 * @param id of the new key; none in a dry run, nor for a row that failed
 * @param errorCode why it failed, or {@code null} if it did not
 * @param detail the same for a person, never with a secret
 */
@JsonInclude(Include.NON_NULL)
public record ImportResult(
        int index, @Nullable KeyId id, @Nullable String errorCode, @Nullable String detail) {

    static ImportResult imported(ImportedKey key, @Nullable KeyId id) {
        return new ImportResult(key.index(), id, null, null);
    }

    static ImportResult alreadyRegistered(ImportedKey key) {
        return new ImportResult(
                key.index(), null, "KEY_ALREADY_REGISTERED", "This key is registered already.");
    }

    /** There is no such owner. */
    public static ImportResult invalidOwner(int index) {
        return new ImportResult(index, null, "INVALID_OWNER_ID", "ownerId names no account");
    }

    /** The row itself is not acceptable. */
    public static ImportResult invalid(int index, String detail) {
        return new ImportResult(index, null, "VALIDATION_FAILED", detail);
    }

    public boolean isFailure() {
        return errorCode != null;
    }
}
