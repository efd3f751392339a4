package org.keywarden.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * What failures to sign in are counted by: an HMAC of the e-mail address, whoever it belongs to. The
 * database never holds what was typed, since that may be a password. ADR 20.
 */
@ApplicationScoped
class SignInSubjects {

    private static final String PURPOSE = "keywarden/sign-in/v1";
    private static final String HMAC = "HmacSHA256";

    @Inject MasterSecret secret;

    private byte[] key = {};

    /** The newest secret's: a rotation forgets what was counted, and forgives it. */
    @PostConstruct
    void derive() {
        key = secret.derive(PURPOSE, 32).get(0);
    }

    /** 43 characters of base64url, the same for every spelling of the address. */
    String of(String email) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            var digest = mac.doFinal(Account.key(email).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
