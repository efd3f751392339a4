package org.keywarden.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does the same thing many times at once. */
public final class Parallel {

    private Parallel() {}

    /** All results, when all are there; each call has a thread, and all begin together. */
    public static <T> List<T> times(int count, Callable<T> call) {
        var together = new CyclicBarrier(count);
        var threads = Executors.newFixedThreadPool(count);
        try {
            var calls =
                    IntStream.range(0, count)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () -> {
                                                        together.await();
                                                        return call.call();
                                                    }))
                            .toList();
            return results(calls);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> calls)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var call : calls) {
            results.add(call.get());
        }
        return results;
    }
}
