package org.keywarden.access;

import com.fasterxml.jackson.annotation.JsonValue;
import org.keywarden.platform.id.Ids;

/** The id of an account: {@code usr_} and 32 hex digits. */
public record UserId(@JsonValue String value) {

    public static UserId next() {
        return new UserId(Ids.next("usr"));
    }

    @Override
    public String toString() {
        return value;
    }
}
