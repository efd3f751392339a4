package org.keywarden.boot;

import java.io.PrintStream;
import java.util.List;

/** What the jar does when it is asked for something else than a server. */
final class Commands {

    private static final String HELP =
            """
            java -jar keywarden.jar                  starts the server
            java -jar keywarden.jar verify-audit     verifies the chain of the audit trail
                [--head <sequence>:<hash>]           and that it goes on from a head noted earlier
            java -jar keywarden.jar --help           shows this
            """;

    private Commands() {}

    /** Returns the exit code of the process. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var options = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "--help" -> help(out);
            case "verify-audit" ->
                    WarCommand.run("org.keywarden.audit.VerifyAudit", options, out, err);
            default -> unknown(arguments.get(0), err);
        };
    }

    private static int help(PrintStream out) {
        out.print(HELP);
        return 0;
    }

    private static int unknown(String command, PrintStream err) {
        err.println(
                "Unknown command: %s; --help lists what there is".formatted(printable(command)));
        return 1;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }
}
