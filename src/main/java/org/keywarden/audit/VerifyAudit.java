package org.keywarden.audit;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.InvalidConfigurationException;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * The command {@code verify-audit}: checks the whole chain without a server. The launcher finds it by
 * its name, so it needs nothing but plain Java and the libraries in the WAR.
 */
public final class VerifyAudit {

    /** The chain holds. */
    static final int SOUND = 0;

    /** Nothing is known, since it could not be checked. */
    static final int UNCHECKED = 1;

    /** The chain does not hold. */
    static final int BROKEN = 2;

    private static final String USAGE = "Usage: verify-audit [--head <sequence>:<hash>]";

    private final PrintStream out;
    private final PrintStream err;

    private VerifyAudit(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs it; returns the exit code of the process.
     *
     * @param lookup the value of a property, as the server would find it
     * @param arguments those after the command's name
     */
    public static int run(
            Function<String, Optional<String>> lookup,
            List<String> arguments,
            PrintStream out,
            PrintStream err) {
        var command = new VerifyAudit(out, err);
        if (arguments.isEmpty()) {
            return command.run(lookup, null);
        }
        var noted =
                arguments.size() == 2 && arguments.get(0).equals("--head")
                        ? Mark.parse(arguments.get(1))
                        : Optional.<Mark>empty();
        return noted.isPresent() ? command.run(lookup, noted.get()) : command.unchecked(USAGE);
    }

    private int run(Function<String, Optional<String>> lookup, @Nullable Mark noted) {
        try {
            var configuration = Configuration.read(lookup);
            var keys = ChainKey.of(MasterSecret.existing(configuration));
            try (var chain = StoredChain.open(configuration.database())) {
                out.println("Audit chain in " + configuration.database().shownUrl());
                return check(chain, new ChainCheck(keys, noted));
            } catch (SQLException e) {
                return unchecked(reason(e));
            }
        } catch (InvalidConfigurationException e) {
            return unchecked(e.mistakes().toArray(String[]::new));
        } catch (IllegalStateException | UncheckedIOException e) {
            return unchecked(e.getMessage());
        }
    }

    private int check(StoredChain chain, ChainCheck check) throws SQLException {
        var wrong = chain.read(check::next);
        if (wrong.isEmpty()) {
            wrong = check.end(chain.head());
        }
        var before = chain.unchained();
        out.printf("  Checked  %d entries%n", check.last().sequence());
        if (before.count() > 0) {
            out.printf(
                    "  Outside  %d entries without a place in the chain, the last of %s%n",
                    before.count(), before.latest());
        }
        if (wrong.isPresent()) {
            err.println("The audit chain is broken at " + wrong.get());
            return BROKEN;
        }
        out.printf("  Head     %s%n", check.last());
        out.println("The audit chain is sound.");
        return SOUND;
    }

    private int unchecked(@Nullable String... reasons) {
        err.println("The audit chain was not checked:");
        for (var reason : reasons) {
            err.println("  - " + reason);
        }
        return UNCHECKED;
    }

    /** In the words of the operator where that is needed; a driver's message names no values. */
    private static String reason(SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
            case "90020" -> "the H2 file is in use by a running server; stop that first";
            case "90146", "90124" -> "there is no database yet: " + e.getMessage();
            case "42P01", "42703", "42S02", "42S22", "42102", "42122" ->
                    "the database has no audit chain yet; start this version of the server first";
            default -> "the database cannot be used: " + e.getMessage();
        };
    }
}
