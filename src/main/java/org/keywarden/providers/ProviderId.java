package org.keywarden.providers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.keywarden.platform.id.Ids;

/** The id of a billing provider: {@code prv_} and 32 hex digits. */
public record ProviderId(@JsonValue String value) {

    private static final String KIND = "prv";

    static ProviderId next() {
        return new ProviderId(Ids.next(KIND));
    }

    /** Reads an id from outside; empty if no provider can have it. */
    public static Optional<ProviderId> parse(String text) {
        return Ids.isOf(KIND, text) ? Optional.of(new ProviderId(text)) : Optional.empty();
    }

    /** What its client secret is sealed for. */
    String secretPlace() {
        return "provider/" + value + "/client-secret";
    }

    @Override
    public String toString() {
        return value;
    }
}
