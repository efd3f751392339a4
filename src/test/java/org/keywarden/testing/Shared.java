package org.keywarden.testing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Starts the bench once: if that fails, every test fails by it at once, and none tries again. */
final class Shared implements AutoCloseable {

    private Optional<CompletableFuture<Bench>> started = Optional.empty();

    synchronized Bench bench() {
        if (started.isEmpty()) {
            var bench = new CompletableFuture<Bench>();
            started = Optional.of(bench);
            try {
                bench.complete(Bench.start());
            } catch (RuntimeException | Error e) {
                bench.completeExceptionally(e);
            }
        }
        return started.get().join();
    }

    @Override
    public synchronized void close() {
        started.filter(bench -> !bench.isCompletedExceptionally())
                .ifPresent(bench -> bench.join().close());
    }
}
