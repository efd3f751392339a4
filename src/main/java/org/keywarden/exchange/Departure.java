package org.keywarden.exchange;

import java.net.URI;

/**
 * What the browser takes along to the provider.
 *
 * @param callback where it is to come back to
 * @param state 32 hex digits that come back with it
 * @param codeVerifier 43–128 unreserved characters, of which only a digest is sent (RFC 7636, 4.1)
 */
public record Departure(URI callback, String state, String codeVerifier) {

    /** Never the verifier. */
    @Override
    public String toString() {
        return "Departure[" + callback + "]";
    }
}
