package org.keywarden.keys.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.keywarden.platform.problem.ProblemException;

/**
 * Computes scrypt digests of keys that strangers present. One that was computed is remembered for a few
 * seconds, under a digest of the text and never under the text.
 */
@ApplicationScoped
class ScryptDigests {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    @Inject Pepper pepper;
    @Inject ScryptTurns turns;

    private final Cache<String, ImportedDigest> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

    /**
     * Digests a key of the form that {@link ImportedDigest#isNaapKey} tells.
     *
     * @param patience how long to wait for a turn
     * @throws ProblemException 503 {@code SERVICE_UNAVAILABLE} if none came
     */
    ImportedDigest digest(String key, Duration patience) {
        var name = pepper.digest(key);
        var known = recent.getIfPresent(name);
        if (known != null) {
            return known;
        }
        var digest = turns.compute(patience, () -> ImportedDigest.naapScryptOf(key));
        recent.put(name, digest);
        return digest;
    }
}
