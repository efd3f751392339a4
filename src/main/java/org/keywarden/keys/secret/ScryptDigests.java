package org.keywarden.keys.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.keywarden.platform.problem.ProblemException;

/**
 * Computes scrypt digests of keys, as few at once as there are processors: each takes 16 MiB and tens
 * of milliseconds, and anybody may present a text. One that was computed is remembered for a few
 * seconds, under a digest of the text and never under the text.
 */
@ApplicationScoped
class ScryptDigests {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    @Inject Pepper pepper;

    // fair: whoever came first is next
    final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

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
        await(patience);
        try {
            var digest = ImportedDigest.naapScryptOf(key);
            recent.put(name, digest);
            return digest;
        } finally {
            permits.release();
        }
    }

    private void await(Duration patience) {
        try {
            if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                        503,
                        "SERVICE_UNAVAILABLE",
                        "Too many keys of this form at once; try again.")
                .header("Retry-After", "2");
    }
}
