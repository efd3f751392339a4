package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Eventually.eventually;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.exchange.Exchanges;
import org.keywarden.exchange.Grant;
import org.keywarden.keys.IssuedKey;
import org.keywarden.keys.Keys;
import org.keywarden.keys.LeakedKeys;
import org.keywarden.keys.NewKey;
import org.keywarden.keys.secret.KeyHashes;
import org.keywarden.platform.housekeeping.Turns;
import org.keywarden.projects.Projects;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.Providers;

/** Inside the server, where time can be made to pass: what is due is what the database says is. */
@ExtendWith(ArquillianExtension.class)
@DisplayName("A provider that is to revoke a key")
class RevokingAtProvidersIT {

    private static final int ALL = 1_000;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Semaphore gate = new Semaphore(ALL);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Inject Turns turns;
    @Inject Keys keys;
    @Inject LeakedKeys leaked;
    @Inject KeyHashes hashes;
    @Inject Projects projects;
    @Inject Providers providers;
    @Inject Exchanges exchanges;
    @Inject Database database;

    private HttpServer acme;
    private volatile int status = 200;
    private Caller caller;
    private ProviderId provider;

    @BeforeEach
    void start() throws IOException {
        acme = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        acme.setExecutor(threads);
        acme.createContext("/revoke", this::revoke);
        acme.createContext(
                "/v1/api-key", call -> answer(call, 200, "{\"api_key\":\"pk_of_acme\"}"));
        acme.start();
        caller = database.newDeveloper();
        provider = newProvider();
    }

    @AfterEach
    void stop() {
        gate.release(ALL);
        acme.stop(0);
        threads.shutdownNow();
    }

    @Test
    @DisplayName("is asked the same again when it was not well, but not before its time")
    void asksAgain() {
        status = 503;
        var key = newProviderKey("ref-1");
        keys.revoke(caller, id(key));
        eventually(() -> calls, all -> all.size() == 1);
        status = 200;

        housekeep();
        assertThat(row(key)).containsEntry("attempts", 1);
        makeDue(key);
        housekeep();

        expect(key, "DONE");
        assertThat(calls).hasSize(2).containsOnly("token=ref-1&token_type_hint=api_key");
        assertThat(row(key)).containsEntry("attempts", 2).containsEntry("sealed_token", null);
        assertThat(audited(key, "key.revoked-upstream")).isEqualTo(1);
    }

    @Test
    @DisplayName("is given up after the fourteenth time")
    void givesUp() {
        var key = newFailedKey();

        makeDue(key);
        housekeep();

        expect(key, "FAILED");
        assertThat(row(key)).containsEntry("attempts", 14).containsEntry("sealed_token", null);
        assertThat(calls).hasSize(2);
        assertThat(audited(key, "key.not-revoked-upstream")).isEqualTo(1);
    }

    @Test
    @DisplayName("is not asked if somebody touched what was to be sent")
    void noticesTampering() {
        status = 503;
        var key = newProviderKey("ref-1");
        var other = newProviderKey("ref-2");
        keys.revoke(caller, id(key));
        keys.revoke(caller, id(other));
        eventually(() -> calls, all -> all.size() == 2);
        database.update(
                """
                update upstream_revocation set sealed_token =
                    (select o.sealed_token from upstream_revocation o where o.key_id = ?)
                where key_id = ?
                """,
                id(other),
                id(key));

        makeDue(key);
        housekeep();

        expect(key, "FAILED");
        assertThat(calls).hasSize(2);
        assertThat(audited(key, "key.not-revoked-upstream")).isEqualTo(1);
    }

    @Test
    @DisplayName("is asked again if the node that asked is not heard of any more, and it ends once")
    void survivesNodes() {
        gate.drainPermits();
        var key = newProviderKey("ref-1");
        keys.revoke(caller, id(key));
        eventually(() -> calls, all -> all.size() == 1);

        makeDue(key);
        housekeep();
        eventually(() -> calls, all -> all.size() == 2);
        gate.release(1);
        expect(key, "DONE");
        gate.release(1);

        eventually(gate::availablePermits, left -> left == 0);
        assertThat(row(key)).containsEntry("state", "DONE").containsEntry("attempts", 2);
        assertThat(audited(key, "key.revoked-upstream")).isEqualTo(1);
    }

    @Test
    @DisplayName("is asked four times at once, however many keys a deleted project had")
    void asksFewAtOnce() {
        var count = 30;
        gate.drainPermits();
        deleteProjectWithKeys(count);

        for (int answered = 0; answered < count; answered++) {
            var asked = Math.min(answered + 4, count);
            eventually(() -> calls, all -> all.size() == asked);
            gate.release(1);
        }

        eventually(
                this::rows, all -> all.stream().allMatch(row -> row.get("state").equals("DONE")));
        assertThat(rows()).hasSize(count);
        assertThat(calls).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("is asked for fewer attempts while it is left alone, and for keys as ever")
    void countsCallsOnly() {
        status = 503;
        deleteProjectWithKeys(20);

        eventually(
                this::rows,
                all ->
                        all.stream().noneMatch(RevokingAtProvidersIT::isDue)
                                && all.stream().mapToInt(it -> (int) it.get("attempts")).sum()
                                        == calls.size());

        assertThat(calls).hasSizeBetween(10, 19);
        assertThat(rows())
                .hasSize(20)
                .allSatisfy(row -> assertThat(row).containsEntry("state", "PENDING"));
        assertThat(exchanges.exchange(providers.find(provider).orElseThrow(), grant()).raw())
                .isEqualTo("pk_of_acme");
    }

    @Test
    @DisplayName("by a name it never gave is asked once somebody presents the key, revoked or not")
    void asksOnceItCan() {
        var key = newProviderKey(null);
        keys.revoke(caller, id(key));
        assertThat(row(key)).containsEntry("state", "UNSUPPORTED");

        leak(key);

        expect(key, "DONE");
        assertThat(calls).containsExactly("token=" + key.rawApiKey() + "&token_type_hint=api_key");
        assertThat(row(key)).containsEntry("sealed_token", null);
        assertThat(audited(key, "key.revoked")).isEqualTo(1);
    }

    @Test
    @DisplayName("and did not is asked again once somebody presents the key")
    void asksAnewAfterFailing() {
        var key = newFailedKey();
        makeDue(key);
        housekeep();
        expect(key, "FAILED");
        status = 200;

        leak(key);

        expect(key, "DONE");
        assertThat(calls.get(calls.size() - 1)).contains(key.rawApiKey());
        assertThat(row(key)).containsEntry("attempts", 1);
        assertThat(audited(key, "key.revoked")).isEqualTo(1);
    }

    @Test
    @DisplayName("and did is left in peace")
    void leavesWhatIsDone() {
        var key = newProviderKey("ref-1");
        keys.revoke(caller, id(key));
        expect(key, "DONE");

        leak(key);

        assertThat(row(key))
                .containsEntry("state", "DONE")
                .containsEntry("sealed_token", null)
                .containsEntry("attempts", 1);
    }

    /** One more attempt, and it is given up. */
    private IssuedKey newFailedKey() {
        status = 503;
        var key = newProviderKey("ref-1");
        keys.revoke(caller, id(key));
        eventually(() -> calls, all -> all.size() == 1);
        database.update("update upstream_revocation set attempts = 13 where key_id = ?", id(key));
        return key;
    }

    private void deleteProjectWithKeys(int count) {
        for (int i = 0; i < count; i++) {
            newProviderKey("ref-" + i);
        }
        projects.delete(caller, projects.of(caller.user()).get(0).id().value(), true);
    }

    private void leak(IssuedKey key) {
        leaked.revoke(database.newDeveloper(), leaked.find(Set.of(key.rawApiKey())));
    }

    private void housekeep() {
        turns.cleanUp(Instant.now());
    }

    private void makeDue(IssuedKey key) {
        database.update(
                "update upstream_revocation set next_attempt_at = ? where key_id = ?",
                Timestamp.from(Instant.now().minusSeconds(1)),
                id(key));
    }

    private static boolean isDue(Map<String, Object> row) {
        return (boolean) row.get("is_due");
    }

    private void expect(IssuedKey key, String state) {
        eventually(() -> row(key).get("state"), state::equals);
    }

    private Map<String, Object> row(IssuedKey key) {
        return rows().stream()
                .filter(row -> row.get("key_id").equals(id(key)))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> rows() {
        return database.rows(
                """
                select key_id, state, sealed_token, attempts, next_attempt_at <= current_timestamp as is_due
                from upstream_revocation where owner_id = ?
                """,
                caller.user().value());
    }

    private int audited(IssuedKey key, String action) {
        return database.rows(
                        "select id from audit_entry where target = ? and action = ?",
                        id(key),
                        action)
                .size();
    }

    private static String id(IssuedKey key) {
        return key.key().id().value();
    }

    private void revoke(HttpExchange call) throws IOException {
        var answer = status;
        calls.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        gate.acquireUninterruptibly();
        answer(call, answer, "");
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static Grant grant() {
        return new Grant(
                "brought",
                null,
                URI.create("https://keys.example/callback"),
                "a-verifier-of-the-tests-that-is-long-enough-for-pkce");
    }

    /** What came from a provider is made of a key of ours here. */
    private IssuedKey newProviderKey(String reference) {
        var key =
                keys.issue(
                        caller,
                        new NewKey(null, null, null, null, Set.of(Scope.READ), null, null, null));
        database.update(
                """
                update api_key set provider_id = ?, provider_key_reference = ?, key_hash = ?
                where id = ?
                """,
                provider.value(),
                reference,
                hashes.hash(key.rawApiKey(), Duration.ofSeconds(10)),
                id(key));
        return key;
    }

    private ProviderId newProvider() {
        var name = UUID.randomUUID().toString().replace("-", "");
        var base = "http://127.0.0.1:" + acme.getAddress().getPort();
        database.update(
                """
                insert into billing_provider (id, version, slug, display_name, description, icon, enabled,
                    sort_order, exchange, auth_url, api_base, revocation_url, created_at)
                values (?, 1, ?, 'A provider', '', '', false, 0, 'TOKEN', 'https://provider.test/a',
                    ?, ?, ?)
                """,
                "prv_" + name,
                "t-" + name,
                base,
                base + "/revoke",
                Timestamp.from(Instant.now()));
        return new ProviderId("prv_" + name);
    }
}
