package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Api;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

/** One installation in the order of its life: starts are slow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("What is shipped")
class SeedingProvidersIT {

    private static final String PROVIDERS = "/admin/billing-providers";
    private static final String SECRET = "the-secret-of-the-tests-of-what-is-shipped";

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Launch launch = aLaunch();
    private final TestDatabase database = TestDatabase.create(launch.dataDir());

    private static Launch aLaunch() {
        return Launch.keywarden().with("KEYWARDEN_SECRET", SECRET);
    }

    @Test
    @Order(1)
    @DisplayName("is there after the first start, once, though two nodes begin together")
    void isSeededOnce() {
        var launches = new ConcurrentLinkedQueue<>(List.of(launch.on(database)));
        if (TestDatabase.isPostgres()) {
            launches.add(aLaunch().on(database));
        }

        var servers = Parallel.times(launches.size(), () -> launches.remove().start());

        try {
            assertThat(database.rows("select slug from provider_seed order by slug"))
                    .containsExactly(List.of("daydream"), List.of("sandbox"));
            var api = servers.get(0).api();
            assertThat(api.get("/billing-providers").expect(200).texts("providers", "slug"))
                    .containsExactly("daydream", "sandbox");
            assertThat(
                            database.rows(
                                    """
                                    select action, actor_id from audit_entry
                                    where action like 'provider.%'
                                    """))
                    .containsExactly(
                            List.of("provider.created", "null"),
                            List.of("provider.created", "null"));
            var admin = administrator(servers.get(0));
            change(admin, "daydream", "displayName", "Ours", "enabled", false);
            change(admin, "daydream", "authUrl", "https://ours.example/in");
            admin.delete(path(admin, "sandbox")).expect(204);
        } finally {
            servers.forEach(RunningServer::close);
        }
    }

    @Test
    @Order(2)
    @DisplayName(
            "stays as an administrator left it, and follows the configuration otherwise, though another node seeds at the same moment")
    void staysAsItWasLeft() {
        launch.with("DAYDREAM_AUTH_URL", "http://127.0.0.1:9/in")
                .with("DAYDREAM_API_BASE", "http://127.0.0.1:9/api/");

        try (var server = startBehindAnotherNode()) {
            var admin = administrator(server);
            var list = admin.get(PROVIDERS).expect(200);
            assertThat(list.texts("providers", "slug")).containsExactly("daydream");
            var daydream = list.get("providers").get(0);
            assertThat(daydream.get("displayName").asText()).isEqualTo("Ours");
            assertThat(daydream.get("enabled").asBoolean()).isFalse();
            assertThat(daydream.get("authUrl").asText()).isEqualTo("https://ours.example/in");
            assertThat(daydream.get("apiBase").asText()).isEqualTo("http://127.0.0.1:9/api");

            var back = change(admin, "daydream", "authUrl", null, "apiBase", null);
            assertThat(back.get("authUrl").asText()).isEqualTo("http://127.0.0.1:9/in");

            admin.delete(path(admin, "daydream")).expect(204);
            var again = admin.post(PROVIDERS, aShipped("sandbox")).expect(201);
            assertThat(again.get("provider.shipped").asBoolean()).isTrue();
            assertThat(again.text("provider.authUrl"))
                    .isEqualTo("http://localhost:%d/sandbox/sign-in", launch.port());
            assertThat(server.api().get("/billing-providers").texts("providers", "slug"))
                    .containsExactly("sandbox");
        }
    }

    @Test
    @Order(3)
    @EnabledIfSystemProperty(named = "keywarden.test.database", matches = "postgresql")
    @DisplayName("has no sandbox in production, whatever is stored, and no way to one")
    void hasNoSandboxInProduction() {
        launch.with("KEYWARDEN_MODE", "production")
                .with("DAYDREAM_AUTH_URL", "https://ours.example/in")
                .with("DAYDREAM_API_BASE", "https://api.ours.example")
                .with("BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN", "https://keys.example");

        try (var server = launch.start()) {
            var admin = administrator(server);
            assertThat(server.api().get("/billing-providers").expect(200).get("providers"))
                    .isEmpty();
            var list = admin.get(PROVIDERS).expect(200);
            assertThat(list.texts("providers", "slug")).containsExactly("sandbox");
            assertThat(list.texts("providers", "enabled")).containsExactly("false");

            admin.patch(path(admin, "sandbox"), fields("enabled", true))
                    .expectProblem(409, "SANDBOX_NOT_ALLOWED");
            assertThat(change(admin, "sandbox", "icon", "x").get("enabled").asBoolean()).isFalse();
            admin.post(PROVIDERS, aShipped("sandbox")).expectInvalid("slug");
            refusesOurNetwork(admin);

            admin.delete(path(admin, "sandbox")).expect(204);
            admin.post(PROVIDERS, aShipped("sandbox")).expectInvalid("slug");
            admin.post(PROVIDERS, aShipped("daydream")).expect(201);
            assertThat(server.api().get("/billing-providers").texts("providers", "slug"))
                    .containsExactly("daydream");
        }
    }

    /**
     * Starts while another node is about to have seeded the sandbox, and has not committed yet. H2 has
     * no other node.
     */
    private RunningServer startBehindAnotherNode() {
        if (!TestDatabase.isPostgres()) {
            return launch.start();
        }
        database.change("delete from provider_seed where slug = 'sandbox'");
        try (var other =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate(
                    "insert into provider_seed (slug, seeded_at) values ('sandbox', now())");
            var starting = CompletableFuture.supplyAsync(launch::start);
            while (!isSomebodyWaiting()) { // a start takes longer than Eventually's patience
                assertThat(starting).describedAs("a start that waits").isNotDone();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            other.commit();
            return starting.join();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isSomebodyWaiting() {
        return database.count(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                            and query like 'insert into provider_seed%'
                        """)
                > 0;
    }

    private static void refusesOurNetwork(Api admin) {
        for (var base :
                List.of(
                        "http://acme.example",
                        "https://localhost",
                        "https://127.0.0.1:8443",
                        "https://10.0.0.1",
                        "https://169.254.169.254",
                        "https://[::1]",
                        "https://[fd00::1]")) {
            var wish = aShipped("acme");
            wish.put("authUrl", "https://acme.example");
            wish.put("apiBase", base);
            admin.post(PROVIDERS, wish).expectInvalid("apiBase");
        }
    }

    private Api administrator(RunningServer server) {
        return new Accounts(server.api(), database).createAdministrator().api();
    }

    private static Map<String, Object> aShipped(String slug) {
        return fields("slug", slug, "displayName", "Again", "exchange", "token");
    }

    private static JsonNode change(Api admin, String slug, Object... fields) {
        return admin.patch(path(admin, slug), fields(fields)).expect(200).get("provider");
    }

    private static String path(Api admin, String slug) {
        var list = admin.get(PROVIDERS).expect(200);
        var at = list.texts("providers", "slug").indexOf(slug);
        return PROVIDERS + "/" + list.texts("providers", "id").get(at);
    }
}
