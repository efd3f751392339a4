package org.keywarden.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells the failures of a database apart, alike for PostgreSQL and H2. */
@ApplicationScoped
public class DatabaseFailures {

    /** Unique and foreign key violation, serialization failure, deadlock, H2's deadlock and lock time-out. */
    private static final Set<String> CONFLICTS =
            Set.of("23505", "23503", "23506", "40001", "40P01", "HYT00");

    /** Whether somebody else's transaction was in the way, so that doing it again may succeed. */
    public boolean meanConflict(Throwable thrown) {
        return any(
                thrown,
                cause ->
                        CONFLICTS.contains(state(cause))
                                || cause instanceof OptimisticLockException);
    }

    /** Whether a value that must be unique was taken. */
    public boolean meanDuplicate(Throwable thrown) {
        return any(thrown, cause -> "23505".equals(state(cause)));
    }

    /** Whether a row cannot go since another one refers to it. */
    public boolean meanReferenced(Throwable thrown) {
        return any(thrown, cause -> "23503".equals(state(cause)));
    }

    /** Whether the database or a connection to it could not be had. */
    public boolean meanUnavailable(Throwable thrown) {
        return any(
                thrown,
                cause -> {
                    var state = state(cause);
                    return state.startsWith("08")
                            || state.startsWith("53")
                            || state.startsWith("57P0")
                            || state.startsWith("9009") // H2: closed, or closing
                            || state.equals("90121")
                            || cause instanceof ResourceAllocationException
                            || String.valueOf(cause.getMessage())
                                    .startsWith("Error in allocating a connection");
                });
    }

    /** The innermost cause, as one line for a log. */
    public static String rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> test) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String state(Throwable cause) {
        var state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null ? "" : state;
    }
}
