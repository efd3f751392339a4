package org.keywarden.platform.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps texts that must be read again later from everybody who reads the database: AES-256-GCM under a
 * key of the master secret's, with a fresh nonce each time. Whatever is sealed opens only in the place it
 * was sealed for, so that nobody can move it elsewhere.
 *
 * <p>Sealed: {@code v1.<key id: 8 hex>.<base64url of nonce, ciphertext and tag>}.
 *
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-38D">NIST SP 800-38D, GCM</a>
 */
@ApplicationScoped
public class Sealing {

    private static final String PURPOSE = "keywarden/sealing/v1";
    private static final String PURPOSE_OF_IDS = "keywarden/sealing/v1/id";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @Inject MasterSecret secret;
    @Inject SecureRandoms random;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>(); // the newest first

    @PostConstruct
    void derive() {
        var ids = secret.derive(PURPOSE_OF_IDS, 16);
        var all = secret.derive(PURPOSE, 32);
        for (int i = 0; i < all.size(); i++) {
            var id = HexFormat.of().formatHex(ids.get(i), 0, 4);
            keys.putIfAbsent(id, new SecretKeySpec(all.get(i), "AES"));
        }
    }

    /**
     * Seals a text with the newest key.
     *
     * @param place what it belongs to, such as {@code provider/prv_…/client-secret}
     */
    public String seal(String place, String text) {
        var newest = keys.entrySet().iterator().next();
        var nonce = random.bytes(NONCE_BYTES);
        var cipher = cipher(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, place);
        try {
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return String.join(".", VERSION, newest.getKey(), encoded(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /**
     * Opens what was sealed for a place.
     *
     * @throws SealBrokenException if it was changed, sealed for another place, or with a secret that is
     *     gone
     */
    public String open(String place, String sealed) {
        var parts = sealed.split("\\.", -1);
        var key = parts.length == 3 && parts[0].equals(VERSION) ? keys.get(parts[1]) : null;
        if (key == null) {
            throw new SealBrokenException("Sealed with a secret that is gone");
        }
        try {
            var all = decoded(parts[2]);
            var nonce = Arrays.copyOf(all, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, place);
            var text = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBrokenException("Changed, or sealed for another place");
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Only what we wrote: Java's decoder would let padding and the last bits be anything. */
    private static byte[] decoded(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (!encoded(bytes).equals(text) || bytes.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalArgumentException("Written by somebody else");
        }
        return bytes;
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
