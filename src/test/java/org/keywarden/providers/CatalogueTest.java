package org.keywarden.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.providers.Entries.ADDRESSES;
import static org.keywarden.providers.Entries.aPatch;
import static org.keywarden.providers.Entries.anEntry;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keywarden.access.UserId;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.event.DomainEvent.Change;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

@DisplayName("The catalogue of providers")
class CatalogueTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final UserId ADMIN = new UserId("usr_1");
    private static final String SEALED = "v1.00000000.aHVzaA";

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "keywarden.mode", "production",
                    "keywarden.db.url", "jdbc:postgresql://db/keywarden",
                    "keywarden.secret", "s".repeat(32));

    @Nested
    @DisplayName("of a shipped provider")
    class Shipped {

        @Test
        @DisplayName("reads the addresses that are configured now")
        void readsConfiguration() {
            var daydream = new BillingProvider(ProviderId.next(), bare("daydream"), NOW);

            var before = read(daydream, Map.of());
            var after =
                    read(
                            daydream,
                            Map.of(
                                    "DAYDREAM_AUTH_URL", "https://d.example/in",
                                    "DAYDREAM_API_BASE", "https://d.example"));

            assertThat(before.authUrl())
                    .isEqualTo(URI.create("https://app.daydream.live/sign-in/local"));
            assertThat(before.apiBase()).isEqualTo(URI.create("https://api.daydream.live"));
            assertThat(before.revocationUrl()).isNull();
            assertThat(after.authUrl()).isEqualTo(URI.create("https://d.example/in"));
            assertThat(after.apiBase()).isEqualTo(URI.create("https://d.example"));
        }

        @Test
        @DisplayName("reads what an administrator said instead, address by address")
        void readsAdministrator() {
            var given = new Addresses(null, "https://mine.example", null, null, null);
            var entry = anEntry("daydream", ExchangeStyle.TOKEN, given);

            var read = read(new BillingProvider(ProviderId.next(), entry, NOW), Map.of());

            assertThat(read.authUrl())
                    .isEqualTo(URI.create("https://app.daydream.live/sign-in/local"));
            assertThat(read.apiBase()).isEqualTo(URI.create("https://mine.example"));
        }

        @Test
        @DisplayName("finds the sandbox at the port of this application")
        void findsSandbox() {
            var sandbox = new BillingProvider(ProviderId.next(), bare("sandbox"), NOW);

            var read = read(sandbox, Map.of("keywarden.http.port", "9090"));

            assertThat(read.exchange()).isEqualTo(ExchangeStyle.TOKEN);
            assertThat(read.authUrl())
                    .isEqualTo(URI.create("http://localhost:9090/sandbox/sign-in"));
            assertThat(read.apiBase()).isEqualTo(URI.create("http://127.0.0.1:9090/sandbox"));
            assertThat(read.revocationUrl())
                    .isEqualTo(URI.create("http://127.0.0.1:9090/sandbox/revoke"));
        }

        @Test
        @DisplayName("ships the sandbox in development only, where alone it can be enabled")
        void shipsSandboxForDevelopment() {
            var sandbox = new BillingProvider(ProviderId.next(), bare("sandbox"), NOW);

            assertThat(shipped(Map.of()).allowed())
                    .extracting(ShippedProvider::slug)
                    .containsExactly("daydream", "sandbox");
            assertThat(shipped(PRODUCTION).allowed())
                    .extracting(ShippedProvider::slug)
                    .containsExactly("daydream");
            assertThat(reader(Map.of()).read(sandbox).enabled()).isTrue();
            assertThat(reader(PRODUCTION).read(sandbox).enabled()).isFalse();
        }

        private Endpoints read(BillingProvider row, Map<String, String> properties) {
            return reader(properties).read(row).endpoints();
        }
    }

    @Nested
    @DisplayName("refuses")
    class Rules {

        @Test
        @DisplayName("nothing of a good entry")
        void takesGoodEntries() {
            var code =
                    new Addresses(
                            "https://p.example/in?a=b",
                            "https://p.example",
                            "https://i.example/",
                            "https://p.example/t?a",
                            "https://p.example/r?a");
            assertThat(complaints(null, anEntry("acme"), Map.of())).isEmpty();
            assertThat(complaints(null, anEntry("acme"), PRODUCTION)).isEmpty();
            assertThat(complaints(null, client("id", "a b"), PRODUCTION)).isEmpty();
            assertThat(complaints(null, anEntry("acme", ExchangeStyle.TOKEN, code), PRODUCTION))
                    .isEmpty();
        }

        @Test
        @DisplayName("a provider without addresses, unless it is shipped")
        void requiresAddresses() {
            assertThat(complaints(null, bare("acme"), Map.of()))
                    .containsExactly("authUrl REQUIRED", "apiBase REQUIRED");
            assertThat(complaints(null, bare("daydream"), PRODUCTION)).isEmpty();
            assertThat(complaints(anEntry("acme"), bare("acme"), Map.of())).hasSize(2);
            assertThat(complaints(anEntry("daydream"), bare("daydream"), Map.of())).isEmpty();
        }

        @Test
        @DisplayName("bad addresses, all at once")
        void refusesBadAddresses() {
            var bad = new Addresses("x", "https://p.example?q", "https://i.example?q", "x", "x");

            assertThat(complaints(null, anEntry("acme", ExchangeStyle.TOKEN, bad), Map.of()))
                    .containsExactly(
                            "authUrl INVALID",
                            "apiBase INVALID",
                            "issuer INVALID",
                            "tokenUrl INVALID",
                            "revocationUrl INVALID");
        }

        @Test
        @DisplayName("in production what development allowed, but only where it changes")
        void forgivesOldAddresses() {
            var old = new Addresses("http://localhost/in", "http://localhost", null, null, null);
            var before = anEntry("acme", ExchangeStyle.TOKEN, old);
            var moved =
                    new Addresses("http://localhost/in", "http://localhost/v2", null, null, null);

            assertThat(complaints(before, before, PRODUCTION)).isEmpty();
            assertThat(complaints(before, anEntry("acme", ExchangeStyle.TOKEN, moved), PRODUCTION))
                    .containsExactly("apiBase INVALID");
        }

        @Test
        @DisplayName("an authorization code without a client id, and text that OAuth cannot carry")
        void checksClient() {
            assertThat(complaints(null, client(null, null), Map.of()))
                    .containsExactly("clientId REQUIRED");
            assertThat(complaints(null, client("\u00e4", "a\"b"), Map.of()))
                    .containsExactly("clientId INVALID", "scope INVALID");
            assertThat(complaints(null, client("id", "a\\b"), Map.of()))
                    .containsExactly("scope INVALID");
        }

        @Test
        @DisplayName("a client secret that OAuth cannot carry, without repeating it")
        void checksClientSecret() {
            var refused = new ClientSecret("h\u00fcsh");

            var violations = violations(null, anEntry("acme"), refused, Map.of());

            assertThat(violations).extracting(Violation::field).containsExactly("clientSecret");
            assertThat(violations.toString()).doesNotContain("h\u00fcsh");
        }

        @Test
        @DisplayName("slugs that are none, and those that make a provider what it is")
        void guardsSlugs() {
            assertThat(complaints(null, anEntry("A"), Map.of())).containsExactly("slug INVALID");
            assertThat(complaints(anEntry("acme"), anEntry("daydream"), Map.of()))
                    .containsExactly("slug INVALID");
            assertThat(complaints(anEntry("daydream"), anEntry("acme"), Map.of()))
                    .containsExactly("slug INVALID");
            assertThat(complaints(anEntry("acme"), anEntry("bcme"), Map.of())).isEmpty();
            assertThat(complaints(null, bare("sandbox"), Map.of())).isEmpty();
            assertThat(complaints(null, anEntry("sandbox"), PRODUCTION))
                    .containsExactly("slug INVALID");
        }

        private ProviderEntry client(@Nullable String id, @Nullable String scope) {
            return new ProviderEntry(
                    "acme",
                    "Acme",
                    "",
                    "",
                    true,
                    0,
                    ExchangeStyle.AUTHORIZATION_CODE,
                    ADDRESSES,
                    id,
                    scope,
                    10);
        }

        private List<String> complaints(
                @Nullable ProviderEntry before,
                ProviderEntry after,
                Map<String, String> properties) {
            return violations(before, after, null, properties).stream()
                    .map(violation -> violation.field() + " " + violation.code())
                    .toList();
        }

        @SuppressWarnings("unchecked")
        private List<Violation> violations(
                @Nullable ProviderEntry before,
                ProviderEntry after,
                @Nullable ClientSecret secret,
                Map<String, String> properties) {
            var rules = new EntryRules();
            rules.configuration = configuration(properties);
            rules.shipped = shipped(properties);
            try {
                rules.check(before, after, secret);
                return List.of();
            } catch (ValidationException e) {
                return (List<Violation>) Objects.requireNonNull(e.members().get("violations"));
            }
        }
    }

    @Nested
    @DisplayName("tells the audit")
    class Audit {

        @Test
        @DisplayName("what changed, and of the client secret only that it did")
        void tellsChanges() {
            var changes = new EntryChanges(anEntry("acme"), anEntry("bcme"));
            changes.noteSecret(null, SEALED);

            var event = ProviderChanged.updated(ProviderId.next(), ADMIN, changes);

            assertThat(event.changes())
                    .isEqualTo(
                            Map.of(
                                    "slug", new Change("acme", "bcme"),
                                    "clientSecret", new Change(null, "set")));
            assertThat(event.action()).isEqualTo("provider.updated");
            assertThat(event.actorId()).isEqualTo("usr_1");
            assertThat(event.target())
                    .isEqualTo(event.ownerId())
                    .isEqualTo(event.provider().value());
            assertThat(event.toString()).doesNotContain(SEALED);
        }

        @Test
        @DisplayName("that a client secret was replaced or removed, and nothing if it stays")
        void tellsOfSecret() {
            assertThat(secretChange("a", "b")).contains(new Change("set", "replaced"));
            assertThat(secretChange("a", null)).contains(new Change("set", null));
            assertThat(secretChange("a", "a")).isEmpty();
            assertThat(secretChange(null, null)).isEmpty();
        }

        @Test
        @DisplayName("everything of a provider that comes or goes")
        void tellsWhole() {
            var provider = new BillingProvider(ProviderId.next(), anEntry("acme"), NOW);
            provider.replaceSecret(SEALED);

            var created = ProviderChanged.created(provider, null);
            var deleted = ProviderChanged.deleted(provider, ADMIN);

            assertThat(created.actorId()).isNull();
            assertThat(created.changes())
                    .containsEntry("sortOrder", new Change(null, "7"))
                    .containsEntry("exchange", new Change(null, "token"))
                    .containsEntry("clientSecret", new Change(null, "set"))
                    .doesNotContainKeys("issuer", "scope");
            assertThat(deleted.changes().keySet()).isEqualTo(created.changes().keySet());
            assertThat(created.toString() + deleted).doesNotContain(SEALED);
        }

        private Optional<Change> secretChange(@Nullable String before, @Nullable String after) {
            var changes = new EntryChanges(anEntry("acme"), anEntry("acme"));
            changes.noteSecret(before, after);
            return Optional.ofNullable(changes.asMap().get("clientSecret"));
        }
    }

    @Test
    @DisplayName("keeps what a patch does not name")
    void keepsTheRest() {
        var entry = anEntry("acme");

        assertThat(aPatch().onto(entry)).isEqualTo(entry);
        assertThat(aPatch().enables()).isFalse();
    }

    @Test
    @DisplayName("keeps an entry as it is given")
    void keepsEntries() {
        var addresses =
                new Addresses(
                        "https://a.example",
                        "https://b.example",
                        "https://c.example",
                        "https://d.example",
                        "https://e.example");
        var entry =
                new ProviderEntry(
                        "acme",
                        "Acme",
                        "D",
                        "I",
                        false,
                        -3,
                        ExchangeStyle.AUTHORIZATION_CODE,
                        addresses,
                        "id",
                        "s",
                        3);

        assertThat(new BillingProvider(ProviderId.next(), entry, NOW).entry()).isEqualTo(entry);
    }

    @Test
    @DisplayName("is in an order that does not depend on a database's language")
    void isInOrder() {
        var rows =
                Stream.of("b", "a-b", "ab", "a")
                        .map(slug -> new BillingProvider(ProviderId.next(), anEntry(slug), NOW))
                        .sorted(BillingProvider.IN_ORDER);

        assertThat(rows.map(row -> row.entry().slug())).containsExactly("a", "a-b", "ab", "b");
    }

    @Test
    @DisplayName("tells no client secret when a wish is written to a log")
    void tellsNoSecret() {
        assertThat(new ClientSecret("hush")).asString().doesNotContain("hush");
    }

    private static ProviderEntry bare(String slug) {
        return anEntry(slug, ExchangeStyle.TOKEN, Addresses.NONE);
    }

    private static ProviderReader reader(Map<String, String> properties) {
        var reader = new ProviderReader();
        reader.shipped = shipped(properties);
        return reader;
    }

    private static ShippedProviders shipped(Map<String, String> properties) {
        var shipped = new ShippedProviders();
        shipped.configuration = configuration(properties);
        shipped.read();
        return shipped;
    }

    private static Configuration configuration(Map<String, String> properties) {
        var all = new HashMap<>(properties);
        return Configuration.read(name -> Optional.ofNullable(all.get(name)));
    }
}
