package org.keywarden.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.LegacyKeys;
import org.keywarden.keys.secret.ImportedForm;
import org.keywarden.keys.secret.ImportedForms;
import org.keywarden.keys.secret.KeyDigests;

/**
 * Brings in keys of other systems, and later ends the access that such keys may have without scopes.
 * Both may concern any number of keys, so they go in chunks, each a transaction: what is done is
 * done, and doing all of it again does the rest. ADR 18.
 */
@ApplicationScoped
public class KeyImports {

    private static final int CHUNK = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject KeyIntake intake;
    @Inject LegacyKeys legacy;
    @Inject KeyDigests digests;
    @Inject ImportedForms forms;

    /**
     * Imports keys; one that cannot be never stops the rest.
     *
     * @param dryRun whether to do everything but keep it
     * @return one result for each key, in their order
     */
    public List<ImportResult> importAll(Caller caller, List<ImportedKey> keys, boolean dryRun) {
        var withScrypt = isScryptNeeded(keys);
        var results = new ArrayList<ImportResult>();
        var seen = new HashSet<String>();
        for (int from = 0; from < keys.size(); from += CHUNK) {
            var rows =
                    keys.subList(from, Math.min(from + CHUNK, keys.size())).stream()
                            .map(key -> row(key, withScrypt))
                            .toList();
            var kept = intake.keep(caller, new KeyIntake.Chunk(rows, seen, dryRun));
            note(rows, kept, seen);
            results.addAll(kept);
            forms.forget();
        }
        return results;
    }

    /**
     * Sets the scopes of all legacy keys, which ends their passing every scope check.
     *
     * @param dryRun whether only to count them
     * @return how many there were
     */
    public long backfill(Caller caller, Set<Scope> scopes, boolean dryRun) {
        if (dryRun) {
            return legacy.count();
        }
        long changed = 0;
        @Nullable KeyId last = null;
        while (true) {
            var ids = legacy.after(last, CHUNK);
            if (ids.isEmpty()) {
                return changed;
            }
            changed += legacy.end(caller, ids, scopes);
            last = ids.get(ids.size() - 1);
        }
    }

    private KeyIntake.Row row(ImportedKey key, boolean withScrypt) {
        return new KeyIntake.Row(key, digests.fingerprint(key.secret(), withScrypt, PATIENCE));
    }

    /** It is costly, so only if a key may be there, or in these rows, in that form. */
    private boolean isScryptNeeded(List<ImportedKey> keys) {
        return forms.known().contains(ImportedForm.NAAP_SCRYPT)
                || keys.stream()
                        .anyMatch(key -> key.secret().forms().contains(ImportedForm.NAAP_SCRYPT));
    }

    /** A later row may be the same key, in another form even. */
    private static void note(
            List<KeyIntake.Row> rows, List<ImportResult> results, Set<String> seen) {
        for (int i = 0; i < rows.size(); i++) {
            if (!results.get(i).isFailure()) {
                seen.addAll(rows.get(i).fingerprint().newest());
            }
        }
    }
}
