package org.keywarden.boot;

import java.util.Locale;
import java.util.Optional;

/**
 * Properties before there is a server to ask: system properties win over environment variables, and
 * a variable is found by the name that MicroProfile Config gives it.
 *
 * @see <a
 *     href="https://download.eclipse.org/microprofile/microprofile-config-3.1/microprofile-config-spec-3.1.html#default_configsources.env.mapping">MicroProfile
 *     Config, environment variables mapping rules</a>
 */
final class Environment {

    private Environment() {}

    static Optional<String> lookup(String property) {
        var underscored = property.replaceAll("[^A-Za-z0-9]", "_");
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> variable(property))
                .or(() -> variable(underscored))
                .or(() -> variable(underscored.toUpperCase(Locale.ROOT)));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
