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

    /** How the server says that it names an application among the deployed ones which does not run. */
    private static final String NOT_LOADED = "Exception while loading the app";

    private final Set<String> reasons = new LinkedHashSet<>();
    private boolean loaded = true;

    StartFailures() {
        setLevel(Level.SEVERE);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        if (line.getLevel().intValue() < Level.SEVERE.intValue()) {
            return;
        }
        if (line.getThrown() != null) {
            reasons.add(rootOf(line.getThrown()));
        }
        loaded &= !String.valueOf(line.getMessage()).startsWith(NOT_LOADED);
    }

    /** Whether the application runs, as far as its log tells. */
    synchronized boolean isLoaded() {
        return loaded;
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
