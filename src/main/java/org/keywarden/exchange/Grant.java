package org.keywarden.exchange;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the browser brought back from the provider, with what it took along.
 *
 * @param credential the token or the code, as the provider's style says
 * @param issuer the parameter {@code iss} (RFC 9207), or {@code null} if there was none
 * @param callback where it came back to
 * @param codeVerifier the one of its departure
 */
public record Grant(String credential, @Nullable String issuer, URI callback, String codeVerifier) {

    /** Never the credential. */
    @Override
    public String toString() {
        return "Grant";
    }
}
