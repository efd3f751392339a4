package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.http.ApiApplication;

/**
 * Where providers send browsers back to. In production the operator says so: a host that a request brings
 * along is anybody's word, and must not decide where keys are delivered.
 */
@ApplicationScoped
class CallbackOrigin {

    @Inject Configuration configuration;

    boolean isKnown() {
        return configuration.providers().callbackOrigin() != null || !configuration.isProduction();
    }

    /**
     * The callback of a provider.
     *
     * @param requestOrigin where the browser believes us to be
     * @throws CallbackOriginMissingException in production, if the operator has not said
     */
    URI callback(String slug, URI requestOrigin) {
        if (!isKnown()) {
            throw new CallbackOriginMissingException();
        }
        var configured = configuration.providers().callbackOrigin();
        var origin = configured == null ? requestOrigin : configured;
        return URI.create(
                origin + ApiApplication.BASE_PATH + "/auth/providers/" + slug + "/callback");
    }
}
