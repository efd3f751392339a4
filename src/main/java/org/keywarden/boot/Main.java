package org.keywarden.boot;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.logging.Logger;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.InvalidConfigurationException;

/**
 * Starts Keywarden on the Payara Micro that lies in the same jar, or says why it cannot and exits
 * with 1.
 */
public final class Main {

    /** The server redirects {@code System.out} to its log later. */
    private static final PrintStream OUT = System.out;

    private static final PrintStream ERR = System.err;

    private Main() {}

    public static void main(String[] arguments) {
        var begin = System.nanoTime();
        try {
            var configuration = Configuration.read(Environment::lookup);
            requireFree(configuration.httpPort());
            start(configuration);
            OUT.printf(
                    "Keywarden is ready after %.1f s: http://localhost:%d/ (Ctrl+C stops it)%n",
                    Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0,
                    configuration.httpPort());
        } catch (InvalidConfigurationException e) {
            refuse(e.mistakes());
        } catch (IOException e) {
            refuse(List.of("keywarden.http.port (KEYWARDEN_HTTP_PORT): " + e.getMessage()));
        } catch (BootstrapException e) {
            refuse(List.of("The server did not boot: " + e.getMessage()));
        }
    }

    private static void requireFree(int port) throws IOException {
        try (var probe = new ServerSocket(port)) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new IOException("port %d cannot be used: %s".formatted(port, e.getMessage()), e);
        }
    }

    private static void start(Configuration configuration) throws BootstrapException {
        var failures = new StartFailures();
        Logger.getLogger("").addHandler(failures);
        PayaraMicro.unpackJars();
        var server =
                PayaraMicro.getInstance()
                        .setHttpPort(configuration.httpPort())
                        .setNoCluster(true)
                        .setNoHazelcast(true)
                        .bootStrap();
        Logger.getLogger("").removeHandler(failures);
        if (server.getDeployedApplicationNames().isEmpty()) {
            refuse(failures.reasons());
        }
    }

    private static void refuse(Collection<String> reasons) {
        ERR.println("Keywarden did not start:");
        reasons.forEach(reason -> ERR.println("  - " + reason));
        System.exit(1);
    }
}
