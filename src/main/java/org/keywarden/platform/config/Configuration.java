package org.keywarden.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decided, read and checked as a whole before anything starts.
 *
 * <p>Plain Java, so that the launcher can refuse a mistake before it boots a server, and the
 * application can refuse it again on a server of somebody else's.
 *
 * @param mode {@code keywarden.mode}
 * @param httpPort {@code keywarden.http.port}, 1–65535; only the runnable jar listens by itself
 * @param database {@code keywarden.db.*}
 * @param dataDir {@code keywarden.data.dir}
 * @param secret {@code keywarden.secret}, or {@code null} to generate one (development only)
 * @param retiredSecrets {@code keywarden.secret.previous}, newest first
 * @param administrator {@code keywarden.admin.*}
 * @param keyPrefix {@code keywarden.keys.prefix}: 2–12 of {@code [a-z0-9]}
 * @param trustedProxies {@code keywarden.proxies.trusted}: whose {@code X-Forwarded-*} headers count
 * @param limits {@code keywarden.limits.*}
 * @param idleLimit {@code keywarden.sessions.idle}: how long a browser's session lasts unused
 * @param corsOrigins {@code keywarden.cors.origins}: whose scripts may read answers of the API
 * @param trustedIssuer {@code mp.jwt.verify.*}, or {@code null} to trust none
 * @param oidc {@code keywarden.oidc.*}, or {@code null} if people sign in with passwords only
 * @param providers {@code DAYDREAM_*} and {@code BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN}
 * @param logFormat {@code keywarden.log.format}
 */
public record Configuration(
        Mode mode,
        int httpPort,
        Database database,
        Path dataDir,
        @Nullable String secret,
        List<String> retiredSecrets,
        Administrator administrator,
        String keyPrefix,
        List<Cidr> trustedProxies,
        Limits limits,
        Duration idleLimit,
        List<String> corsOrigins,
        @Nullable TrustedIssuer trustedIssuer,
        @Nullable OidcSettings oidc,
        ProviderSettings providers,
        LogFormat logFormat) {

    /** The shortest secret that is accepted, in characters. */
    public static final int MIN_SECRET_LENGTH = 32;

    /** How log lines look. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    public Configuration {
        retiredSecrets = List.copyOf(retiredSecrets);
        trustedProxies = List.copyOf(trustedProxies);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /**
     * Reads and checks every property.
     *
     * @param lookup the value of a property, as MicroProfile Config defines it
     * @throws InvalidConfigurationException naming every mistake at once
     */
    public static Configuration read(Function<String, Optional<String>> lookup) {
        var properties = new Properties(lookup);
        var mode = properties.choice("keywarden.mode", Mode.DEVELOPMENT);
        var dataDir = properties.path("keywarden.data.dir", "./data");
        var providers = ProviderSettings.read(properties, mode);
        var configuration =
                new Configuration(
                        mode,
                        properties.number("keywarden.http.port", 8080, 1, 65535),
                        Database.read(properties, mode, dataDir),
                        dataDir,
                        secret(properties, mode),
                        retiredSecrets(properties),
                        Administrator.read(properties),
                        properties.matching("keywarden.keys.prefix", "kw", "[a-z0-9]{2,12}"),
                        trustedProxies(properties),
                        Limits.read(properties),
                        idleLimit(properties),
                        corsOrigins(properties),
                        TrustedIssuer.read(properties, mode),
                        OidcSettings.read(properties, mode, providers.callbackOrigin()),
                        providers,
                        properties.choice("keywarden.log.format", LogFormat.TEXT));
        properties.refuseMistakes();
        return configuration;
    }

    public boolean isProduction() {
        return mode == Mode.PRODUCTION;
    }

    /** Never the secrets: this may end in a log. */
    @Override
    public String toString() {
        return "Configuration[" + mode + ", " + database + "]";
    }

    private static @Nullable String secret(Properties properties, Mode mode) {
        var secret = properties.text("keywarden.secret").orElse(null);
        if (secret == null && mode == Mode.PRODUCTION) {
            properties.mistake("keywarden.secret", "is required in production");
        }
        if (secret != null && secret.length() < MIN_SECRET_LENGTH) {
            properties.mistake(
                    "keywarden.secret", "must have at least " + MIN_SECRET_LENGTH + " characters");
        }
        return secret;
    }

    private static List<String> retiredSecrets(Properties properties) {
        var retired = properties.list("keywarden.secret.previous");
        if (retired.stream().anyMatch(secret -> secret.length() < MIN_SECRET_LENGTH)) {
            properties.mistake(
                    "keywarden.secret.previous",
                    "each must have at least " + MIN_SECRET_LENGTH + " characters");
        }
        return retired;
    }

    private static List<Cidr> trustedProxies(Properties properties) {
        var name = "keywarden.proxies.trusted";
        var blocks = new ArrayList<Cidr>();
        for (var text : properties.list(name)) {
            Cidr.parse(text)
                    .ifPresentOrElse(
                            blocks::add,
                            () -> properties.mistake(name, text + " is no block of addresses"));
        }
        return blocks;
    }

    private static Duration idleLimit(Properties properties) {
        return properties.duration(
                "keywarden.sessions.idle",
                Duration.ofMinutes(30),
                Duration.ofMinutes(2),
                Duration.ofHours(12));
    }

    private static List<String> corsOrigins(Properties properties) {
        var name = "keywarden.cors.origins";
        var origins = properties.list(name);
        origins.stream()
                .filter(origin -> !origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?"))
                .forEach(
                        origin ->
                                properties.mistake(
                                        name, origin + " is no origin like https://app.example"));
        return origins;
    }
}
