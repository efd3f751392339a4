package org.keywarden.oidc;

import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.OidcSettings;

/** What the operator said of the issuer. */
final class Settings {

    private Settings() {}

    /** For what is reached only if there is an issuer. */
    static OidcSettings of(Configuration configuration) {
        var oidc = configuration.oidc();
        if (oidc == null) {
            throw new IllegalStateException("There is no issuer to sign in at");
        }
        return oidc;
    }
}
