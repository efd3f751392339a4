package org.keywarden.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** The picture of the modules, which is a rule as well. */
final class Picture {

    private static final Path FILE = Path.of("src/docs/architecture/modules.puml");

    private Picture() {}

    /** The same picture for another root package. */
    static URL below(String root) {
        try {
            var copy = Files.createTempFile("modules", ".puml");
            copy.toFile().deleteOnExit();
            var picture = Files.readString(FILE).replace("<<org.keywarden.", "<<" + root + ".");
            Files.writeString(copy, picture);
            return copy.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
