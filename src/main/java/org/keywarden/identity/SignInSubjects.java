package org.keywarden.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.keywarden.platform.crypto.Hmac;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * What failures to sign in are counted by: an HMAC of the e-mail address, whoever it belongs to. The
 * database never holds what was typed, since that may be a password. ADR 20.
 */
@ApplicationScoped
class SignInSubjects {

    private static final String PURPOSE = "keywarden/sign-in/v1";

    @Inject MasterSecret secret;

    private List<Hmac> keys = List.of();

    @PostConstruct
    void derive() {
        keys = secret.hmacs(PURPOSE);
    }

    /**
     * 43 characters of base64url, the same for every spelling of the address. Under the newest secret: a
     * rotation forgets what was counted, and forgives it.
     */
    String of(String email) {
        return keys.get(0).of(Account.key(email));
    }
}
