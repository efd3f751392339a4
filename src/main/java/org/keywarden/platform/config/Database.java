package org.keywarden.platform.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the data lives.
 *
 * @param url a JDBC URL, {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
 * @param user the database role, or {@code null} if the URL or the driver's default names it
 * @param password that role's password, or {@code null} if none is needed
 */
public record Database(String url, @Nullable String user, @Nullable String password) {

    /** Whether this is PostgreSQL; otherwise it is the embedded H2. */
    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** The URL without its parameters, which may hold a password: fit for a log or a screen. */
    public String shownUrl() {
        return url.split("[?;]", 2)[0].replaceFirst("//.*@", "//");
    }

    @Override
    public String toString() {
        return shownUrl();
    }

    static Database read(Properties properties, Mode mode, Path dataDir) {
        var embedded = "jdbc:h2:file:" + dataDir.toAbsolutePath().normalize().resolve("keywarden");
        var database =
                new Database(
                        properties.text("keywarden.db.url").orElse(embedded),
                        properties.text("keywarden.db.user").orElse(null),
                        properties.text("keywarden.db.password").orElse(null));
        if (mode == Mode.PRODUCTION && !database.isPostgres()) {
            properties.mistake(
                    "keywarden.db.url", "production needs PostgreSQL: set a jdbc:postgresql: URL");
        } else if (database.isPostgres()) {
            checkAddress(properties, database.url());
        } else if (!database.url().startsWith("jdbc:h2:")) {
            properties.mistake("keywarden.db.url", "must start with jdbc:postgresql: or jdbc:h2:");
        }
        return database;
    }

    private static void checkAddress(Properties properties, String url) {
        try {
            var host = URI.create(url.substring("jdbc:".length()).split("[?]", 2)[0]);
            if (host.isOpaque() || host.getPath() == null || host.getPath().length() < 2) {
                properties.mistake(
                        "keywarden.db.url", "must be jdbc:postgresql://host[:port]/database");
            }
        } catch (IllegalArgumentException e) {
            properties.mistake("keywarden.db.url", "is not a URL");
        }
    }
}
