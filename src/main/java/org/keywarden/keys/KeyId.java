package org.keywarden.keys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.keywarden.platform.id.Ids;

/** The id of an API key: {@code key_} and 32 hex digits. It is no secret and opens nothing. */
public record KeyId(@JsonValue String value) {

    private static final String KIND = "key";

    public static KeyId next() {
        return new KeyId(Ids.next(KIND));
    }

    /** Reads an id from outside; empty if no key can have it. */
    public static Optional<KeyId> parse(String text) {
        return Ids.isOf(KIND, text) ? Optional.of(new KeyId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
