package org.keywarden.authentication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.platform.crypto.Hmac;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * Tells a call that our own page makes from one that another site makes a signed-in browser send:
 * only the former can know this token. It is derived from the session, so that nothing is stored and
 * every node knows it.
 */
@ApplicationScoped
public class Csrf {

    private static final String PURPOSE = "keywarden/csrf/v1";

    @Inject MasterSecret secret;

    private List<Hmac> keys = List.of();

    @PostConstruct
    void derive() {
        keys = secret.hmacs(PURPOSE);
    }

    /** The token of a caller's session: 43 characters of base64url. */
    public String tokenOf(Caller caller) {
        return keys.get(0).of(caller.credentialId());
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
                        .filter(
                                key ->
                                        MessageDigest.isEqual(
                                                bytes(key.of(caller.credentialId())), bytes))
                        .count();
        if (matches == 0) {
            throw new CsrfInvalidException();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
