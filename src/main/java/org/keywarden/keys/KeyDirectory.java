package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Finds keys by the secret that somebody presents, and notes when they were used. */
@ApplicationScoped
public class KeyDirectory {

    @Inject KeyRepository repository;
    @Inject KeyIndex index;
    @Inject Pepper pepper;

    /** Whether a text can be a key of ours at all; a typo cannot. Asks no database. */
    public boolean isWellFormed(String key) {
        return Secret.isWellFormed(key);
    }

    /** The key that a secret belongs to, in one statement; none for a secret that is not well formed. */
    public Optional<StoredKey> find(String key) {
        return isWellFormed(key) ? index.find(pepper.digests(key)) : Optional.empty();
    }

    /** Stores a key under the newest pepper. */
    @Transactional
    public void renewDigest(KeyId id, String key) {
        repository.replaceDigest(id, pepper.digest(key));
    }

    /** Notes the last use of keys, in one transaction. */
    @Transactional
    public void recordUses(Map<KeyId, Instant> uses) {
        // in the order of ids, so that two nodes never wait for each other
        uses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(KeyId::value)))
                .forEach(use -> repository.recordUse(use.getKey(), use.getValue()));
    }
}
