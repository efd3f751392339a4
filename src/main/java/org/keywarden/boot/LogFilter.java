package org.keywarden.boot;

import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lets Keywarden's own lines pass, and of the server's what is a warning or worse: at INFO it tells
 * what nobody asked for.
 */
public class LogFilter implements Filter {

    /** Loggers whose warnings are about nothing that an operator could or should change. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "PayaraMicro", // its files lie in a temporary folder, where they belong
                    "javax.enterprise.system.security.ssl", // expired among Java's certificates
                    "jakarta.enterprise.web.util"); // drivers that its scan loaded and dropped

    @Override
    public boolean isLoggable(LogRecord line) {
        return isOurs(line.getLoggerName()) || deserves(line);
    }

    private static boolean isOurs(@Nullable String logger) {
        return logger != null && logger.startsWith("org.keywarden.");
    }

    private static boolean deserves(LogRecord line) {
        var needed =
                HARMLESS.contains(String.valueOf(line.getLoggerName()))
                        ? Level.SEVERE
                        : Level.WARNING;
        return line.getLevel().intValue() >= needed.intValue();
    }
}
