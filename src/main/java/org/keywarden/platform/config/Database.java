package org.keywarden.platform.config;

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
}
