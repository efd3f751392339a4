package org.keywarden.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.keywarden.platform.id.Ids;

/** The id of an account: {@code usr_} and 32 hex digits. */
public record UserId(@JsonValue String value) {

    private static final String KIND = "usr";

    public static UserId next() {
        return new UserId(Ids.next(KIND));
    }

    /** Reads an id from outside; empty if no account can have it. */
    public static Optional<UserId> parse(String text) {
        return Ids.isOf(KIND, text) ? Optional.of(new UserId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
