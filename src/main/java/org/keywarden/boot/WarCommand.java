package org.keywarden.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipInputStream;

/**
 * Runs a command that is part of the application, without a server: unpacks the WAR from this jar
 * into a temporary directory, which is deleted when the process ends, however it ends.
 */
final class WarCommand {

    private static final String WAR = "/MICRO-INF/deploy/ROOT.war";
    private static final String CLASSES = "WEB-INF/classes/";
    private static final String LIBRARIES = "WEB-INF/lib/";

    private WarCommand() {}

    /**
     * Calls {@code static int run(Function, List, PrintStream, PrintStream)} of a class.
     *
     * @return the exit code; 1 if the class cannot be called
     */
    static int run(String name, List<String> arguments, PrintStream out, PrintStream err) {
        try (var loader = new URLClassLoader(unpacked(), WarCommand.class.getClassLoader())) {
            Function<String, Optional<String>> lookup = Environment::lookup;
            var method =
                    loader.loadClass(name)
                            .getMethod(
                                    "run",
                                    Function.class,
                                    List.class,
                                    PrintStream.class,
                                    PrintStream.class);
            return (int) method.invoke(null, lookup, arguments, out, err);
        } catch (IOException e) {
            err.println("The application cannot be unpacked: " + e.getMessage());
        } catch (ReflectiveOperationException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            err.println("The command failed: " + cause);
        }
        return 1;
    }

    private static URL[] unpacked() throws IOException {
        var folder = Files.createTempDirectory("keywarden"); // its owner's alone
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        var classes =
                Files.createDirectories(folder.resolve(CLASSES)); // whose URL ends with a slash
        var path = new ArrayList<URL>(List.of(classes.toUri().toURL()));
        try (var war = open()) {
            for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                var name = entry.getName();
                if (!entry.isDirectory()
                        && (name.startsWith(CLASSES) || name.startsWith(LIBRARIES))) {
                    var file = folder.resolve(name);
                    Files.createDirectories(file.getParent());
                    Files.copy(war, file);
                    if (name.startsWith(LIBRARIES)) {
                        path.add(file.toUri().toURL());
                    }
                }
            }
        }
        return path.toArray(URL[]::new);
    }

    private static ZipInputStream open() throws IOException {
        InputStream war = WarCommand.class.getResourceAsStream(WAR);
        if (war == null) {
            throw new IOException("there is no " + WAR + " in this jar");
        }
        return new ZipInputStream(war);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
