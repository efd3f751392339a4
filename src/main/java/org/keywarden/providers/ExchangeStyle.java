package org.keywarden.providers;

import com.fasterxml.jackson.annotation.JsonValue;

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

    /** The query parameter of the callback that brings it. */
    public String parameter() {
        return parameter;
    }
}
