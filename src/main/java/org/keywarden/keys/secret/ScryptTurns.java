package org.keywarden.keys.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.keywarden.platform.problem.ProblemException;

/**
 * Gives turns to compute scrypt, as few at once as there are processors: each takes 16 MiB and tens of
 * milliseconds, and anybody may present a text.
 */
@ApplicationScoped
class ScryptTurns {

    // fair: whoever came first is next
    final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * Computes something when its turn has come.
     *
     * @param patience how long to wait for it
     * @throws ProblemException 503 {@code SERVICE_UNAVAILABLE} if it did not come
     */
    <T> T compute(Duration patience, Supplier<T> computation) {
        await(patience);
        try {
            return computation.get();
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
