package org.keywarden.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** What a process writes, line by line, while it runs. */
final class Lines {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> awaited = new CompletableFuture<>();
    private final Thread reader;

    Lines(InputStream stream, Predicate<String> isAwaited) {
        reader = new Thread(() -> read(stream, isAwaited), "output of a server");
        reader.setDaemon(true);
        reader.start();
    }

    /** Completes with true when the awaited line came, with false when the stream ended before. */
    CompletableFuture<Boolean> awaited() {
        return awaited;
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    /** Waits until the process has closed the stream. */
    void awaitEnd() throws InterruptedException {
        reader.join();
    }

    private void read(InputStream stream, Predicate<String> isAwaited) {
        try (var text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(line);
                if (isAwaited.test(line)) {
                    awaited.complete(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            awaited.complete(false);
        }
    }
}
