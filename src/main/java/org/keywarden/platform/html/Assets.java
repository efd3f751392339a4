package org.keywarden.platform.html;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keywarden.platform.crypto.Sha256;

/**
 * The style sheets, scripts and images of our own, in {@code /assets}. Their addresses change with their
 * content, so that browsers may keep them for ever.
 */
@Named
@ApplicationScoped
public class Assets {

    /** What is in the address of an asset that never changes. */
    static final String VERSION = "v";

    private static final int VERSION_LENGTH = 12;

    @Inject ServletContext application;

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /**
     * The address of an asset, from the root of the host.
     *
     * @param name a file in {@code /assets}
     * @throws IllegalArgumentException if there is no such file
     */
    public String path(String name) {
        var version = version(name);
        return "%s/assets/%s?%s=%s".formatted(application.getContextPath(), name, VERSION, version);
    }

    /** Whether this is the version of what an asset contains now; of what does not exist, none is. */
    boolean isCurrent(String name, String version) {
        try {
            return version.equals(version(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String version(String name) {
        return versions.computeIfAbsent(name, this::read);
    }

    private String read(String name) {
        try (var file = application.getResourceAsStream("/assets/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no asset " + name);
            }
            var content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Sha256.hex(content).substring(0, VERSION_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
