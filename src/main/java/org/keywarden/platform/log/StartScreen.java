package org.keywarden.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * What an operator needs to see once, on the standard output of the process: never through the log,
 * which is kept and shipped.
 */
@ApplicationScoped
public class StartScreen {

    /** Shows how the first administrator signs in. Nothing else ever knows this password. */
    public void tellPassword(String email, String password) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        out.printf("%n  First administrator%n%n");
        out.printf("  E-mail     %s%n", email);
        out.printf("  Password   %s  (shown only this once)%n", password);
    }
}
