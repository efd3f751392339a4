package org.keywarden.exchange;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.id.ClientID;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to an OAuth server.
 *
 * @param proof of it, or {@code null} if it asks for none
 */
record Client(ClientID id, @Nullable ClientAuthentication proof) {

    /** Never the proof. */
    @Override
    public String toString() {
        return id.getValue();
    }
}
