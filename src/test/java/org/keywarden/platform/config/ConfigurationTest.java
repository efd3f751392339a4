package org.keywarden.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The configuration")
class ConfigurationTest {

    private static final String SECRET = "s".repeat(32);

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "keywarden.mode", "production",
                    "keywarden.db.url", "jdbc:postgresql://db.example.com:5432/keywarden",
                    "keywarden.secret", SECRET);

    @Nested
    @DisplayName("without a single property")
    class Defaults {

        private final Configuration configuration = read(Map.of());

        @Test
        @DisplayName("is that of a laptop")
        void isForDevelopment() {
            assertThat(configuration.mode()).isEqualTo(Mode.DEVELOPMENT);
            assertThat(configuration.isProduction()).isFalse();
            assertThat(configuration.httpPort()).isEqualTo(8080);
            assertThat(configuration.dataDir()).isEqualTo(Path.of("./data"));
            assertThat(configuration.secret()).isNull();
            assertThat(configuration.retiredSecrets()).isEmpty();
            assertThat(configuration.administrator())
                    .isEqualTo(new Administrator("admin@localhost", null));
            assertThat(configuration.keyPrefix()).isEqualTo("kw");
            assertThat(configuration.idleLimit()).isEqualTo(Duration.ofMinutes(30));
            assertThat(configuration.logFormat()).isEqualTo(Configuration.LogFormat.TEXT);
        }

        @Test
        @DisplayName("keeps its data in an embedded database in the data directory")
        void embedsItsDatabase() {
            assertThat(configuration.database().isPostgres()).isFalse();
            assertThat(configuration.database().url())
                    .isEqualTo("jdbc:h2:file:" + Path.of("data/keywarden").toAbsolutePath());
        }
    }

    @Nested
    @DisplayName("reads")
    class Properties {

        @Test
        @DisplayName("every property")
        void readsEveryProperty() {
            var configuration =
                    read(
                            Map.ofEntries(
                                    Map.entry("keywarden.mode", "production"),
                                    Map.entry("keywarden.http.port", "9090"),
                                    Map.entry("keywarden.db.url", "jdbc:postgresql://db/kw"),
                                    Map.entry("keywarden.db.user", "kw"),
                                    Map.entry("keywarden.db.password", "db-password"),
                                    Map.entry("keywarden.data.dir", "/var/lib/keywarden"),
                                    Map.entry("keywarden.secret", SECRET),
                                    Map.entry(
                                            "keywarden.secret.previous",
                                            "%s, %s".formatted("a".repeat(32), "b".repeat(40))),
                                    Map.entry("keywarden.admin.email", "ada@example.com"),
                                    Map.entry("keywarden.admin.password", "correct horse"),
                                    Map.entry("keywarden.keys.prefix", "acme"),
                                    Map.entry("keywarden.proxies.trusted", "10.0.0.0/8, ::1"),
                                    Map.entry("keywarden.sessions.idle", "PT2M"),
                                    Map.entry("keywarden.cors.origins", "https://app.example"),
                                    Map.entry("mp.jwt.verify.issuer", "https://id.example"),
                                    Map.entry(
                                            "mp.jwt.verify.publickey.location",
                                            "https://id.example/keys"),
                                    Map.entry("mp.jwt.verify.audiences", "keywarden, kw"),
                                    Map.entry(
                                            "keywarden.oidc.issuer",
                                            "https://id.example/realms/one"),
                                    Map.entry("keywarden.oidc.client-id", "keywarden"),
                                    Map.entry("keywarden.oidc.client-secret", "oidc-secret"),
                                    Map.entry("keywarden.oidc.name", "Example & Söhne"),
                                    Map.entry("keywarden.oidc.scope", "openid email  profile"),
                                    Map.entry("keywarden.limits.caller", "1"),
                                    Map.entry("keywarden.limits.anonymous", "2"),
                                    Map.entry("keywarden.limits.refused", "10000000"),
                                    Map.entry(
                                            "BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN",
                                            "https://keys.example/"),
                                    Map.entry("DAYDREAM_AUTH_URL", "https://d.example/in?a=b"),
                                    Map.entry("DAYDREAM_API_BASE", "https://d.example/api/"),
                                    Map.entry("keywarden.log.format", "json")));

            assertThat(configuration)
                    .isEqualTo(
                            new Configuration(
                                    Mode.PRODUCTION,
                                    9090,
                                    new Database("jdbc:postgresql://db/kw", "kw", "db-password"),
                                    Path.of("/var/lib/keywarden"),
                                    SECRET,
                                    List.of("a".repeat(32), "b".repeat(40)),
                                    new Administrator("ada@example.com", "correct horse"),
                                    "acme",
                                    List.of(
                                            Cidr.parse("10.0.0.0/8").orElseThrow(),
                                            Cidr.parse("::1/128").orElseThrow()),
                                    new Limits(1, 2, 10_000_000),
                                    Duration.ofMinutes(2),
                                    List.of("https://app.example"),
                                    new TrustedIssuer(
                                            "https://id.example",
                                            URI.create("https://id.example/keys"),
                                            List.of("keywarden", "kw")),
                                    new OidcSettings(
                                            URI.create("https://id.example/realms/one"),
                                            "keywarden",
                                            "oidc-secret",
                                            "Example & Söhne",
                                            List.of("openid", "email", "profile"),
                                            URI.create("https://keys.example")),
                                    new ProviderSettings(
                                            URI.create("https://keys.example"),
                                            URI.create("https://d.example/in?a=b"),
                                            URI.create("https://d.example/api")),
                                    Configuration.LogFormat.JSON));
        }

        @Test
        @DisplayName("a blank value as none at all")
        void blankIsAbsent() {
            var blank = new HashMap<String, String>();
            for (var name :
                    List.of(
                            "mode",
                            "http.port",
                            "db.url",
                            "db.user",
                            "db.password",
                            "data.dir",
                            "secret",
                            "secret.previous",
                            "admin.email",
                            "admin.password",
                            "keys.prefix",
                            "proxies.trusted",
                            "sessions.idle",
                            "cors.origins",
                            "limits.caller",
                            "limits.anonymous",
                            "limits.refused",
                            "oidc.issuer",
                            "oidc.client-id",
                            "oidc.client-secret",
                            "oidc.name",
                            "oidc.scope",
                            "log.format")) {
                blank.put("keywarden." + name, " \t");
            }

            assertThat(read(blank)).isEqualTo(read(Map.of()));
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("a choice in any case, and without the space around it")
        @ValueSource(strings = {"production", "PRODUCTION", "Production", " production\n"})
        void readsChoices(String mode) {
            var properties = new HashMap<>(PRODUCTION);
            properties.put("keywarden.mode", mode);

            assertThat(read(properties).isProduction()).isTrue();
        }

        @Test
        @DisplayName("retired secrets in their order, without empty ones")
        void readsLists() {
            var previous = " %s ,, %s ,".formatted("b".repeat(32), "a".repeat(32));

            assertThat(read(Map.of("keywarden.secret.previous", previous)).retiredSecrets())
                    .containsExactly("b".repeat(32), "a".repeat(32));
        }
    }

    @Nested
    @DisplayName("refuses")
    class Mistakes {

        @ParameterizedTest(name = "{0}={1}")
        @DisplayName("a value that has no meaning, naming property and variable")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "keywarden.mode | staging",
                    "keywarden.mode | prod",
                    "keywarden.http.port | 0",
                    "keywarden.http.port | 65536",
                    "keywarden.http.port | -1",
                    "keywarden.http.port | 80 80",
                    "keywarden.http.port | http",
                    "keywarden.http.port | 99999999999",
                    "keywarden.db.url | mysql://db/kw",
                    "keywarden.db.url | jdbc:mysql://db/kw",
                    "keywarden.db.url | jdbc:postgresql:",
                    "keywarden.db.url | jdbc:postgresql:keywarden",
                    "keywarden.db.url | jdbc:postgresql://db",
                    "keywarden.db.url | jdbc:postgresql://db/",
                    "keywarden.db.url | jdbc:postgresql://d b/kw",
                    "keywarden.data.dir | \"a\u0000b\"",
                    "keywarden.secret | only-31-characters-............",
                    "keywarden.secret.previous | short",
                    "keywarden.admin.email | nobody",
                    "keywarden.admin.email | a@b@c",
                    "keywarden.admin.email | a b@c",
                    "keywarden.admin.email | @localhost",
                    "keywarden.admin.password | 11-letters.",
                    "keywarden.keys.prefix | k",
                    "keywarden.keys.prefix | thirteenchars",
                    "keywarden.keys.prefix | KW",
                    "keywarden.keys.prefix | k_w",
                    "keywarden.log.format | xml",
                    "keywarden.proxies.trusted | localhost",
                    "keywarden.proxies.trusted | 10.0.0.0/8, 10.0.0.1/8",
                    "keywarden.limits.caller | 0",
                    "keywarden.limits.anonymous | -1",
                    "keywarden.limits.refused | many",
                    "keywarden.sessions.idle | PT1M59.999S",
                    "keywarden.sessions.idle | PT12H0.001S",
                    "keywarden.sessions.idle | -PT30M",
                    "keywarden.sessions.idle | P1M",
                    "keywarden.sessions.idle | 30",
                    "keywarden.sessions.idle | P9999999999999999999D",
                    "keywarden.cors.origins | *",
                    "keywarden.cors.origins | https://app.example/",
                    "keywarden.cors.origins | app.example",
                })
        void refusesNonsense(String property, String value) {
            assertThat(mistakes(Map.of(property, value)))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "%s (%s): "
                                    .formatted(
                                            property,
                                            property.replace('.', '_')
                                                    .toUpperCase(java.util.Locale.ROOT)))
                    .doesNotContain("\n");
        }

        @Test
        @DisplayName(
                "half of a trusted issuer, and one whose keys come over plain HTTP in production")
        void refusesHalfAnIssuer() {
            assertThat(mistakes(Map.of("mp.jwt.verify.issuer", "https://id.example"))).hasSize(2);
            assertThat(mistakes(Map.of("mp.jwt.verify.audiences", "keywarden"))).hasSize(2);
            assertThat(mistakes(Map.of("mp.jwt.verify.publickey.location", "file:/etc/passwd")))
                    .hasSize(3);
            var plain = new HashMap<>(PRODUCTION);
            plain.put("mp.jwt.verify.issuer", "https://id.example");
            plain.put("mp.jwt.verify.audiences", "keywarden");
            plain.put("mp.jwt.verify.publickey.location", "http://id.example/keys");
            assertThat(mistakes(plain)).singleElement().asString().contains("https:");
        }

        @Test
        @DisplayName("all mistakes at once")
        void namesAllMistakes() {
            var mistakes =
                    mistakes(
                            Map.of(
                                    "keywarden.mode", "staging",
                                    "keywarden.http.port", "none",
                                    "keywarden.db.url", "db",
                                    "keywarden.secret", "short",
                                    "keywarden.secret.previous", "short",
                                    "keywarden.admin.email", "nobody",
                                    "keywarden.admin.password", "short",
                                    "keywarden.keys.prefix", "-",
                                    "keywarden.log.format", "xml"));

            assertThat(mistakes).hasSize(9).doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("without telling the secret that is too short")
        void tellsNoSecret() {
            var refusal =
                    catchThrowableOfType(
                            InvalidConfigurationException.class,
                            () ->
                                    read(
                                            Map.of(
                                                    "keywarden.secret", "hush-1",
                                                    "keywarden.secret.previous", "hush-2",
                                                    "keywarden.admin.password", "hush-3")));

            assertThat(refusal).hasMessageNotContaining("hush");
            assertThat(refusal.mistakes()).hasSize(3);
        }

        @ParameterizedTest(name = "{0} characters: {1}")
        @DisplayName("a password shorter than 12 or longer than 200 characters, emoji counting one")
        @CsvSource({"11, 1", "12, 0", "200, 0", "201, 1"})
        void limitsPasswords(int length, int mistakes) {
            var password = Map.of("keywarden.admin.password", "\ud83d\udd11".repeat(length));

            if (mistakes == 0) {
                assertThatNoException().isThrownBy(() -> read(password));
            } else {
                assertThat(mistakes(password)).hasSize(mistakes);
            }
        }
    }

    @Nested
    @DisplayName("of production")
    class Production {

        @Test
        @DisplayName("needs a database and a secret, and nothing else")
        void needsDatabaseAndSecret() {
            assertThatNoException().isThrownBy(() -> read(PRODUCTION));
            assertThat(mistakes(Map.of("keywarden.mode", "production")))
                    .extracting(mistake -> mistake.replaceAll(" .*", ""))
                    .containsExactly("keywarden.db.url", "keywarden.secret");
        }

        @Test
        @DisplayName("refuses H2, which is fine for development")
        void refusesEmbeddedDatabase() {
            var embedded = new HashMap<>(PRODUCTION);
            embedded.put("keywarden.db.url", "jdbc:h2:mem:x");

            assertThat(mistakes(embedded)).singleElement().asString().contains("PostgreSQL");
            embedded.remove("keywarden.mode");
            assertThatNoException().isThrownBy(() -> read(embedded));
        }

        @ParameterizedTest
        @DisplayName("takes every URL that names a host and a database")
        @ValueSource(
                strings = {
                    "jdbc:postgresql://db/kw",
                    "jdbc:postgresql://127.0.0.1:5432/kw?sslmode=require&user=kw",
                    "jdbc:postgresql://[::1]:5432/kw",
                    "jdbc:postgresql://one:5432,two:5432/kw?targetServerType=primary"
                })
        void takesPostgresUrls(String url) {
            var postgres = new HashMap<>(PRODUCTION);
            postgres.put("keywarden.db.url", url);

            assertThat(read(postgres).database().url()).isEqualTo(url);
        }
    }

    @Test
    @DisplayName("tells no secret when it is written to a log")
    void tellsNoSecret() {
        var properties = new HashMap<>(PRODUCTION);
        properties.put("keywarden.secret", "hush".repeat(8));
        properties.put("keywarden.secret.previous", "hush".repeat(9));
        properties.put("keywarden.db.password", "hush");
        properties.put("keywarden.db.url", "jdbc:postgresql://kw:hush@db/kw?password=hush");
        properties.put("keywarden.admin.password", "hush".repeat(3));
        properties.put("keywarden.oidc.issuer", "https://id.example");
        properties.put("keywarden.oidc.client-id", "keywarden");
        properties.put("keywarden.oidc.client-secret", "hush");
        properties.put("BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN", "https://keys.example");

        var configuration = read(properties);

        assertThat(configuration.toString()).doesNotContain("hush").contains("db/kw");
        assertThat(configuration.database().toString()).doesNotContain("hush");
        assertThat(configuration.administrator().toString()).isEqualTo("admin@localhost");
        assertThat(String.valueOf(configuration.oidc())).doesNotContain("hush").contains("id.ex");
    }

    private static List<String> mistakes(Map<String, String> properties) {
        var refusal =
                catchThrowableOfType(InvalidConfigurationException.class, () -> read(properties));
        assertThat(refusal).describedAs("a refusal of %s", properties).isNotNull();
        return refusal.mistakes();
    }

    private static Configuration read(Map<String, String> properties) {
        return Configuration.read(name -> Optional.ofNullable(properties.get(name)));
    }
}
