package org.keywarden.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a caller proved who it is; on the wire in lower case. */
public enum TokenType {
    /** A person: a browser session, or a JWT from signing in. */
    SESSION_TOKEN,
    /** A program with an API key. */
    API_KEY;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
