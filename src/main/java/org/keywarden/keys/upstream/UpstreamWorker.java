package org.keywarden.keys.upstream;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import org.keywarden.exchange.ExchangeFailedException;
import org.keywarden.exchange.Exchanges;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.ProviderKeyRevoked;
import org.keywarden.keys.upstream.UpstreamRevocations.Attempt;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.housekeeping.HousekeepingTask;
import org.keywarden.platform.log.Log;

/**
 * Asks providers to revoke keys: at once when one was revoked here, and again later until it is done. No
 * transaction is open while a provider thinks.
 */
@ApplicationScoped
class UpstreamWorker implements HousekeepingTask {

    private static final Log LOG = Log.of(UpstreamWorker.class);
    private static final int BATCH = 100;

    @Resource ManagedExecutorService executor;
    @Inject UpstreamRevocations revocations;
    @Inject Exchanges exchanges;

    void tryAtOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProviderKeyRevoked revoked) {
        var key = revoked.key(); // and not the event, which may hold the key itself
        executor.execute(() -> tryOnce(key));
    }

    /** Tries again in the background: whoever cleans up does not wait for providers. */
    @Override
    public void cleanUp(Instant now) {
        revocations.due(BATCH).forEach(key -> executor.execute(() -> tryOnce(key)));
    }

    private void tryOnce(KeyId key) {
        try {
            revocations.begin(key).ifPresent(this::revoke);
        } catch (RuntimeException e) { // the next housekeeping tries again
            LOG.warning(
                    "Key not revoked at its provider",
                    "key",
                    key,
                    "cause",
                    DatabaseFailures.rootOf(e));
        }
    }

    private void revoke(Attempt attempt) {
        try {
            exchanges.revoke(attempt.provider(), attempt.token());
            revocations.end(attempt.key(), UpstreamState.DONE);
        } catch (ExchangeFailedException e) { // logged where it is met
            if (attempt.isLast()) {
                revocations.end(attempt.key(), UpstreamState.FAILED);
            }
        }
    }
}
