package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keywarden.keys.KeyIndex.Found;
import org.keywarden.keys.secret.KeyDigests;
import org.keywarden.keys.secret.KeyHashes;
import org.keywarden.platform.log.Log;

/** Finds keys by the secret that somebody presents, and notes when they were used. */
@ApplicationScoped
public class KeyDirectory {

    private static final Log LOG = Log.of(KeyDirectory.class);

    /** How long a request waits for its turn to compute what is costly. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject KeyRepository repository;
    @Inject KeyIndex index;
    @Inject KeyDigests digests;
    @Inject KeyHashes hashes;
    @Inject Clock clock;

    /** Whether a text can be a key at all, native or imported. Asks no database. */
    public boolean isPlausible(String key) {
        return digests.isPlausible(key);
    }

    /**
     * The key that a secret belongs to, in one statement; a second one for what may have been imported
     * as a costly digest, and none for a text that cannot be a key. A key with a hash must match that
     * as well, which is costly the first time. If the same key was imported in several forms, the one
     * with the worst standing counts: revoking one of them revokes the key.
     */
    public Optional<StoredKey> find(String key) {
        var candidates = digests.of(key);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var newest = candidates.get(0);
        var found = index.find(candidates, newest);
        var all = found.isEmpty() ? findCostly(key, newest) : found;
        return worst(all.stream().filter(one -> isOf(one, key)).map(Found::key));
    }

    private List<Found> findCostly(String key, String newest) {
        var candidates = digests.costly(key, PATIENCE);
        return candidates.isEmpty() ? List.of() : index.find(candidates, newest);
    }

    private boolean isOf(Found found, String key) {
        var hash = found.hash();
        if (hash == null || hashes.match(key, hash, PATIENCE)) {
            return true;
        }
        LOG.warning("The hash of a key does not match it", "key", found.key().id());
        return false;
    }

    private Optional<StoredKey> worst(Stream<StoredKey> keys) {
        var now = clock.instant();
        return keys.min(
                Comparator.comparing((StoredKey key) -> key.status(now))
                        .thenComparing(key -> !key.isOwnerSuspended())
                        .thenComparing(key -> key.id().value()));
    }

    /** Stores a key under the newest pepper. */
    @Transactional
    public void renewDigest(KeyId id, String key) {
        repository.replaceDigest(id, digests.newest(key));
    }

    /** Notes the last use of keys, and what it asked for, in one transaction. */
    @Transactional
    public void recordUses(Collection<KeyUse> uses) {
        // in the order of ids, so that two nodes never wait for each other
        uses.stream()
                .sorted(Comparator.comparing(use -> use.key().value()))
                .forEach(repository::recordUse);
    }
}
