package org.keywarden.keys.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.problem.ProblemException;

/**
 * Hashes keys whose entropy nobody knows, beside the digest that they are found by. Comparing is costly,
 * hence only for a key that was found, and remembered: under a digest of the key, never under the key.
 */
@ApplicationScoped
public class KeyHashes {

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    @Inject ScryptTurns turns;
    @Inject SecureRandoms random;
    @Inject Pepper pepper;

    // At its full size from the start: in a small table one slow look-up would hold up many others.
    private final Cache<String, Boolean> compared =
            Caffeine.newBuilder()
                    .initialCapacity(MAX_REMEMBERED)
                    .maximumSize(MAX_REMEMBERED)
                    .expireAfterAccess(REMEMBERED)
                    .build();

    /**
     * Hashes a key under a new salt, into a string of at most 120 characters that describes itself.
     *
     * @param patience how long to wait for a turn
     * @throws ProblemException 503 {@code SERVICE_UNAVAILABLE} if none came
     */
    public String hash(String key, Duration patience) {
        var salt = random.bytes(ScryptHash.SALT_BYTES);
        return turns.compute(patience, () -> ScryptHash.of(key, salt)).text();
    }

    /**
     * Whether a stored hash is that of a key; {@code false} if it is damaged. The same answer, however
     * many ask for it at once, is computed once.
     *
     * @param patience how long to wait for a turn
     * @throws ProblemException 503 {@code SERVICE_UNAVAILABLE} if none came
     */
    public boolean match(String key, String stored, Duration patience) {
        return compared.get(
                pepper.digest(key) + stored,
                name -> turns.compute(patience, () -> new ScryptHash(stored).isOf(key)));
    }
}
