package org.keywarden.exchange;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider.
 *
 * @param authorization the header, or {@code null} for none
 * @param contentType of the body, or {@code null} if there is none
 */
record Call(
        String method,
        URI url,
        @Nullable String authorization,
        @Nullable String contentType,
        String body) {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    static Call get(URI url) {
        return new Call("GET", url, null, null, "");
    }

    static Call post(URI url, @Nullable String authorization, String contentType, String body) {
        return new Call("POST", url, authorization, contentType, body);
    }

    /** Never what it carries. */
    @Override
    public String toString() {
        return method;
    }
}
