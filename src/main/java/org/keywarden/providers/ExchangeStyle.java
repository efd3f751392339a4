package org.keywarden.providers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a provider turns what comes back with the browser into a key. */
public enum ExchangeStyle {
    /** The browser brings a token, which the provider's API takes as it is. */
    TOKEN("token", "token"),

    /** The browser brings a code, which OAuth turns into a token first (RFC 6749, RFC 7636). */
    AUTHORIZATION_CODE("authorization_code", "code");

    private final String wireName;
    private final String parameter;

    ExchangeStyle(String wireName, String parameter) {
        this.wireName = wireName;
        this.parameter = parameter;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it is exactly none of them
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ExchangeStyle of(String wireName) {
        return Arrays.stream(values())
                .filter(style -> style.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown style"));
    }

    /** The query parameter of the callback that brings it. */
    public String parameter() {
        return parameter;
    }
}
