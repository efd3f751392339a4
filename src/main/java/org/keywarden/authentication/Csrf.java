package org.keywarden.authentication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * Tells a call that our own page makes from one that another site makes a signed-in browser send:
 * only the former can know this token. It is derived from the session, so that nothing is stored and
 * every node knows it.
 */
@ApplicationScoped
public class Csrf {

    private static final String PURPOSE = "keywarden/csrf/v1";
    private static final String HMAC = "HmacSHA256";

    @Inject MasterSecret secret;

    private List<SecretKeySpec> keys = List.of();

    @PostConstruct
    void derive() {
        keys =
                secret.derive(PURPOSE, 32).stream()
                        .map(key -> new SecretKeySpec(key, HMAC))
                        .toList();
    }

    /** The token of a caller's session: 43 characters of base64url. */
    public String tokenOf(Caller caller) {
        return token(keys.get(0), caller);
    }

    /**
     * Compares in constant time.
     *
     * @throws CsrfInvalidException if this is not the token of the caller's session
     */
    public void require(Caller caller, @Nullable String presented) {
        var bytes = bytes(presented == null ? "" : presented);
        // no short cut: each key is tried, whichever matches
        var matches =
                keys.stream()
                        .filter(key -> MessageDigest.isEqual(bytes(token(key, caller)), bytes))
                        .count();
        if (matches == 0) {
            throw new CsrfInvalidException();
        }
    }

    private static String token(SecretKeySpec key, Caller caller) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(bytes(caller.credentialId())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
