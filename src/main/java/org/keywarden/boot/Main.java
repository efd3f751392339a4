package org.keywarden.boot;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.InvalidConfigurationException;

/**
 * Starts Keywarden on the Payara Micro that lies in the same jar, or says why it cannot and exits
 * with 1. With arguments, does what they ask for instead.
 */
public final class Main {

    /** The server redirects {@code System.out} to its log later. */
    private static final PrintStream OUT = System.out;

    private static final PrintStream ERR = System.err;

    /**
     * Held here with its filter: the server's last words come when it has taken our log's handlers
     * away, and would be written in a form of Java's.
     */
    private static final Logger SERVER = Logger.getLogger("PayaraMicro");

    /** The name of our WAR in the jar, which also puts it at the context root {@code /}. */
    private static final String APPLICATION = "ROOT";

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            serve();
        } else {
            System.exit(Commands.run(List.of(arguments), OUT, ERR));
        }
    }

    private static void serve() {
        var begin = System.nanoTime();
        try {
            var configuration = Configuration.read(Environment::lookup);
            requireFree(configuration.httpPort());
            start(configuration);
            welcome(configuration, Duration.ofNanos(System.nanoTime() - begin));
        } catch (InvalidConfigurationException e) {
            refuse(e.mistakes());
        } catch (IOException e) {
            refuse(List.of("keywarden.http.port (KEYWARDEN_HTTP_PORT): " + e.getMessage()));
        } catch (BootstrapException e) {
            refuse(List.of("The server did not boot: " + e.getMessage()));
        }
    }

    private static void requireFree(int port) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true); // as the server does: an old connection may linger
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new IOException("port %d cannot be used: %s".formatted(port, e.getMessage()), e);
        }
    }

    private static void start(Configuration configuration) throws BootstrapException {
        SERVER.setFilter(new LogFilter());
        var failures = new StartFailures();
        // the server configures logging anew, which takes all handlers away
        LogManager.getLogManager().addConfigurationListener(() -> listenTo(failures));
        listenTo(failures);
        PayaraMicro.unpackJars();
        var server =
                PayaraMicro.getInstance()
                        .setHttpPort(configuration.httpPort())
                        .setNoHazelcast(true)
                        .bootStrap();
        Logger.getLogger("").removeHandler(failures);
        if (!failures.isLoaded() || !server.getDeployedApplicationNames().contains(APPLICATION)) {
            refuse(failures.reasons());
        }
    }

    private static void welcome(Configuration configuration, Duration taken) {
        var url = "http://localhost:" + configuration.httpPort() + "/";
        OUT.printf("%nKeywarden is ready after %.1f s%n%n", taken.toMillis() / 1000.0);
        OUT.printf("  URL        %s%n", url);
        OUT.printf("  Reference  %sreference/%n", url);
        OUT.printf("  Mode       %s%n", configuration.mode().name().toLowerCase(Locale.ROOT));
        OUT.printf("  Database   %s%n%n", configuration.database().shownUrl());
    }

    private static void listenTo(StartFailures failures) {
        var root = Logger.getLogger("");
        root.removeHandler(failures);
        root.addHandler(failures);
    }

    private static void refuse(Collection<String> reasons) {
        ERR.println("Keywarden did not start:");
        reasons.forEach(reason -> ERR.println("  - " + reason));
        System.exit(1);
    }
}
