package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.keywarden.keys.secret.Pepper;
import org.keywarden.keys.secret.Secret;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.SecureRandoms;

/** Makes the secrets of native keys. */
@ApplicationScoped
class Mint {

    @Inject Configuration configuration;
    @Inject SecureRandoms random;
    @Inject Pepper pepper;

    MintedSecret mint() {
        var secret =
                Secret.of(
                        configuration.keyPrefix(),
                        random.bytes(Secret.LOOKUP_BYTES),
                        random.bytes(Secret.SECRET_BYTES));
        return new MintedSecret(secret.text(), secret.shownPrefix(), pepper.digest(secret.text()));
    }
}
