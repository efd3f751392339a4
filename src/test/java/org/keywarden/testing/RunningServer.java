package org.keywarden.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A Keywarden in a process of its own, ready for requests. */
public final class RunningServer implements AutoCloseable {

    private static final String READY = "Keywarden is ready";
    private static final long LIMIT_SECONDS = 90;

    private final Process process;
    private final Lines out;
    private final Lines err;
    private final URI uri;
    private final Path log;

    private RunningServer(Launch launch, Process process) {
        this.process = process;
        this.out = new Lines(process.getInputStream(), line -> line.startsWith(READY));
        this.err = new Lines(process.getErrorStream(), line -> false);
        this.uri = URI.create("http://127.0.0.1:" + launch.port());
        this.log = launch.dataDir().resolve("output.log");
    }

    static RunningServer of(Launch launch, Process process) {
        var server = new RunningServer(launch, process);
        try {
            if (!server.out.awaited().get(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                server.err.awaitEnd();
                throw new AssertionError("Keywarden did not start:\n" + server.report());
            }
            return server;
        } catch (TimeoutException e) {
            server.kill();
            throw new AssertionError("Keywarden is not ready:\n" + server.report(), e);
        } catch (InterruptedException | ExecutionException e) {
            server.kill();
            throw new IllegalStateException(e);
        }
    }

    /** Its address, without a path. */
    public URI uri() {
        return uri;
    }

    /** A client without a credential. */
    public Api api() {
        return new Api(uri);
    }

    /** What it wrote to its standard output until now. */
    public List<String> out() {
        return out.all();
    }

    /** What it wrote to its standard error until now, the log above all. */
    public List<String> err() {
        return err.all();
    }

    /** Everything it wrote until now. */
    public String report() {
        return String.join("\n", Stream.concat(out().stream(), err().stream()).toList());
    }

    /** Stops it as an operator does, and waits for it. */
    public void stop() {
        signal(process.toHandle()::destroy);
        awaitEnd();
    }

    /** Kills it as {@code kill -9} does: it has no chance to finish anything. */
    public void kill() {
        signal(process.toHandle()::destroyForcibly);
        awaitEnd();
    }

    /** Stops it, unless it has ended. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    /** By its handle, since the process itself would close its output first. */
    private static void signal(BooleanSupplier signal) {
        if (!signal.getAsBoolean()) {
            throw new IllegalStateException("The server cannot be stopped");
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Keywarden did not stop:\n" + report());
            }
            out.awaitEnd();
            err.awaitEnd();
            Files.writeString(log, report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
