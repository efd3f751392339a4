package org.keywarden.boot;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Remembers why the application did not deploy: Payara Micro reports that only in its log, and
 * stays up.
 */
class StartFailures extends Handler {

    private final Set<String> reasons = new LinkedHashSet<>();

    StartFailures() {
        setLevel(Level.SEVERE);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue() && line.getThrown() != null) {
            reasons.add(rootOf(line.getThrown()));
        }
    }

    /** The distinct root causes, in the order of their appearance. */
    synchronized Set<String> reasons() {
        return new LinkedHashSet<>(reasons);
    }

    /** The innermost cause, or what the database driver made of it: that names the address. */
    private static String rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null && !(root.getCause() instanceof IOException)) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        // nothing is open
    }
}
