package org.keywarden.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * A key that the chain is made with, derived from a master secret: whoever can write to the
 * database, but does not know the secret, cannot make the chain anew. ADR 19.
 */
final class ChainKey {

    private static final String PURPOSE = "keywarden/audit/v1";
    private static final String HMAC = "HmacSHA256";
    private static final int ID_LENGTH = 16;

    private final SecretKeySpec key;
    private final String id;

    private ChainKey(byte[] derived) {
        key = new SecretKeySpec(derived, HMAC);
        id =
                hmac("keywarden/audit/key-id".getBytes(StandardCharsets.UTF_8))
                        .substring(0, ID_LENGTH);
    }

    /** One for every secret, the newest first. */
    static List<ChainKey> of(MasterSecret secret) {
        return secret.derive(PURPOSE, 32).stream().map(ChainKey::new).toList();
    }

    /** 16 hex digits that tell the keys apart and nothing else. */
    String id() {
        return id;
    }

    /** Appends an entry to the chain that ends with {@code previous}. */
    ChainedEntry chain(Mark previous, AuditEntry entry) {
        var hash = hmac(CanonicalForm.ofEntry(previous, id, entry));
        return new ChainedEntry(previous.sequence() + 1, entry, id, hash);
    }

    Head seal(Mark mark) {
        return new Head(mark, id, hmac(CanonicalForm.ofHead(mark, id)));
    }

    private String hmac(byte[] form) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(form));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
