package org.keywarden.keys;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * Turns keys into the digests that the database holds: HMAC-SHA-256 with a pepper that it does not
 * hold. A stolen database is then no list of keys, not even one to guess at. ADR 4.
 */
@ApplicationScoped
class Pepper {

    private static final String PURPOSE = "keywarden/pepper/v1";
    private static final String HMAC = "HmacSHA256";

    @Inject MasterSecret secret;

    private List<SecretKeySpec> peppers = List.of();

    @PostConstruct
    void derive() {
        peppers =
                secret.derive(PURPOSE, 32).stream()
                        .map(pepper -> new SecretKeySpec(pepper, HMAC))
                        .toList();
    }

    /** The digest under the newest pepper: 43 characters of base64url. */
    String digest(String key) {
        return digest(key, peppers.get(0));
    }

    /** The digests that a key may be stored under, the newest pepper's first. */
    List<String> digests(String key) {
        return peppers.stream().map(pepper -> digest(key, pepper)).toList();
    }

    private static String digest(String key, SecretKeySpec pepper) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(pepper);
            var digest = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
