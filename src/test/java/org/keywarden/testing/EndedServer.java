package org.keywarden.testing;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Keywarden that ended by itself.
 *
 * @param exitCode of the process
 * @param out the lines of its standard output
 * @param err the lines of its standard error
 */
public record EndedServer(int exitCode, List<String> out, List<String> err) {

    private static final long LIMIT_SECONDS = 90;

    static EndedServer of(Process process) {
        var out = new Lines(process.getInputStream(), line -> false);
        var err = new Lines(process.getErrorStream(), line -> false);
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Still running:\n" + out.all() + "\n" + err.all());
            }
            out.awaitEnd();
            err.awaitEnd();
            return new EndedServer(process.exitValue(), out.all(), err.all());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
