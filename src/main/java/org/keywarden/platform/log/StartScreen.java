package org.keywarden.platform.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.keywarden.platform.config.Configuration;

/**
 * What an operator needs to see once, on the standard output of the process: never through the log,
 * which is kept and shipped.
 */
@ApplicationScoped
public class StartScreen {

    @Inject Configuration configuration;

    /** Shows how the first administrator signs in. Nothing else ever knows this password. */
    public void tellPassword(String email, String password) {
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.printf(
                "%n  First administrator  %s%n  Password             %s  (shown only this once)%n%n",
                email, password);
    }
}
