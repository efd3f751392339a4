package org.keywarden.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.keywarden.platform.crypto.MasterSecrets;

/** Chains for tests. */
final class Chains {

    static final String SECRET = "a secret of the tests, of more than 32 characters";

    static final List<ChainKey> KEYS = ChainKey.of(MasterSecrets.of(SECRET));

    private Chains() {}

    static AuditEntry anEntry(String id) {
        return new AuditEntry(
                id,
                Instant.parse("2026-01-31T12:00:00.123Z"),
                "usr_1",
                "key.issued",
                "key_1",
                "usr_2",
                "10.0.0.1",
                "request-1",
                "{}");
    }

    /** A chain of so many entries, {@code aud_1} first. */
    static List<ChainedEntry> aChain(int length) {
        var chain = new ArrayList<ChainedEntry>();
        var end = Mark.START;
        for (int i = 1; i <= length; i++) {
            var link = KEYS.get(0).chain(end, anEntry("aud_" + i));
            chain.add(link);
            end = link.mark();
        }
        return chain;
    }
}
