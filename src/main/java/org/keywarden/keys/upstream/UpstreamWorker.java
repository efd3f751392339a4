package org.keywarden.keys.upstream;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
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

    /** So few that neither providers nor sign-ins notice when a project goes with hundreds of keys. */
    private static final int AT_ONCE = 4;

    @Resource ManagedThreadFactory threads;
    @Inject UpstreamRevocations revocations;
    @Inject Exchanges exchanges;

    /** Each once, though it stays due until its turn comes. */
    private final Set<KeyId> waiting = ConcurrentHashMap.newKeySet();

    private @Nullable ThreadPoolExecutor workers;

    @PostConstruct
    void open() {
        workers =
                new ThreadPoolExecutor(
                        AT_ONCE, AT_ONCE, 30, SECONDS, new LinkedBlockingQueue<>(), threads);
        workers.allowCoreThreadTimeOut(true);
    }

    /** What waits is in the database, too. */
    @PreDestroy
    void close() {
        workers().shutdownNow();
    }

    void tryAtOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProviderKeyRevoked revoked) {
        var key = revoked.key(); // and not the event, which may hold the key itself
        tryInTurn(key);
    }

    /** Tries again in the background: whoever cleans up does not wait for providers. */
    @Override
    public void cleanUp(Instant now) {
        revocations.due(BATCH).forEach(this::tryInTurn);
    }

    private void tryInTurn(KeyId key) {
        if (waiting.add(key)) {
            workers()
                    .execute(
                            () -> {
                                waiting.remove(key);
                                tryOnce(key);
                            });
        }
    }

    private ThreadPoolExecutor workers() {
        return Objects.requireNonNull(workers);
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
        } catch (ExchangeFailedException e) { // logged where it is met
            if (e.isUnasked()) {
                revocations.postpone(attempt);
            } else {
                revocations.fail(attempt);
            }
            return;
        }
        revocations.complete(attempt);
    }
}
