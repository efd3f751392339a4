package org.keywarden.keys.secret;

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
 *
 * <p>A digest that was imported goes through a pepper of its own, so that whoever presents its text
 * as a key finds nothing. ADR 18.
 */
@ApplicationScoped
public class Pepper {

    private static final String PURPOSE = "keywarden/pepper/v1";
    private static final String PURPOSE_IMPORTED = "keywarden/pepper/imported/v1";
    private static final String HMAC = "HmacSHA256";

    @Inject MasterSecret secret;

    private List<SecretKeySpec> peppers = List.of();
    private List<SecretKeySpec> peppersOfImported = List.of();

    @PostConstruct
    void derive() {
        peppers = derived(PURPOSE);
        peppersOfImported = derived(PURPOSE_IMPORTED);
    }

    private List<SecretKeySpec> derived(String purpose) {
        return secret.derive(purpose, 32).stream()
                .map(pepper -> new SecretKeySpec(pepper, HMAC))
                .toList();
    }

    /** The digest under the newest pepper: 43 characters of base64url. */
    public String digest(String key) {
        return digest(key, peppers.get(0));
    }

    /** The digests that a key may be stored under, the newest pepper's first. */
    public List<String> digests(String key) {
        return peppers.stream().map(pepper -> digest(key, pepper)).toList();
    }

    /** As {@link #digests(String)}, for a key of which only a digest was imported. */
    public List<String> digests(ImportedDigest imported) {
        return peppersOfImported.stream().map(pepper -> digest(imported.text(), pepper)).toList();
    }

    private static String digest(String text, SecretKeySpec pepper) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(pepper);
            var digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
