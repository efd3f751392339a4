package org.keywarden.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.keywarden.platform.crypto.Hmac;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * A key that the chain is made with, derived from a master secret: whoever can write to the
 * database, but does not know the secret, cannot make the chain anew. ADR 19.
 */
final class ChainKey {

    private static final String PURPOSE = "keywarden/audit/v1";
    private static final int ID_LENGTH = 16;

    private final Hmac hmac;
    private final String id;

    private ChainKey(Hmac hmac) {
        this.hmac = hmac;
        id = hex("keywarden/audit/key-id".getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    }

    /** One for every secret, the newest first. */
    static List<ChainKey> of(MasterSecret secret) {
        return secret.hmacs(PURPOSE).stream().map(ChainKey::new).toList();
    }

    /** 16 hex digits that tell the keys apart and nothing else. */
    String id() {
        return id;
    }

    /** Appends an entry to the chain that ends with {@code previous}. */
    ChainedEntry chain(Mark previous, AuditEntry entry) {
        var hash = hex(CanonicalForm.ofEntry(previous, id, entry));
        return new ChainedEntry(previous.sequence() + 1, entry, id, hash);
    }

    Head seal(Mark mark) {
        return new Head(mark, id, hex(CanonicalForm.ofHead(mark, id)));
    }

    private String hex(byte[] form) {
        return HexFormat.of().formatHex(hmac.of(form));
    }
}
