package org.keywarden.keys.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.SecureRandoms;

/** Makes the secrets of native keys. */
@ApplicationScoped
public class Mint {

    @Inject Configuration configuration;
    @Inject SecureRandoms random;
    @Inject Pepper pepper;

    /** Makes a key that nobody has. */
    public NewSecret mint() {
        var secret =
                Secret.of(
                        configuration.keyPrefix(),
                        random.bytes(Secret.LOOKUP_BYTES),
                        random.bytes(Secret.SECRET_BYTES));
        return new NewSecret(
                secret.text(), secret.shownPrefix(), pepper.digest(secret.text()), null);
    }
}
