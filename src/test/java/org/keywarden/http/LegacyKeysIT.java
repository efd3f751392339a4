package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("A key from a system without scopes")
class LegacyKeysIT {

    private static final String BACKFILL = "/admin/keys/backfill-scopes";

    private Account admin;

    @BeforeEach
    void signIn(Accounts accounts) {
        admin = accounts.createAdministrator();
    }

    @Nested
    @DisplayName("that was imported with full access")
    class FullAccess {

        @Test
        @DisplayName("passes every scope check, and is shown as such")
        void passesEverything(Account anna) {
            var key = importKey(anna, "legacyFullAccess", true);

            callEverything(key.api(), 200, 201, 200, 204);
            for (var scope : List.of("read", "write", "update", "delete")) {
                assertThat(verify(anna, key, scope)).isEqualTo("VALID");
            }
            assertThat(key.read().get("key.legacyFullAccess").asBoolean()).isTrue();
            assertThat(key.read().texts("key.scopes")).isEmpty();
        }

        @Test
        @DisplayName("still manages no keys")
        void managesNoKeys(Account anna) {
            importKey(anna, "legacyFullAccess", true)
                    .api()
                    .get("/developer/keys")
                    .expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        }

        @Test
        @DisplayName("loses that with any word about its scopes, and with no other change")
        void losesItByPatch(Account anna) {
            var key = importKey(anna, "legacyFullAccess", true);

            anna.api().patch(key.path(), fields("label", "new")).expect(200);
            assertThat(verify(anna, key, "delete")).isEqualTo("VALID");
            var changed = anna.api().patch(key.path(), fields("scopes", List.of("read")));

            assertThat(changed.expect(200).get("key.legacyFullAccess").asBoolean()).isFalse();
            assertThat(verify(anna, key, "read")).isEqualTo("VALID");
            assertThat(verify(anna, key, "delete")).isEqualTo("INSUFFICIENT_SCOPE");
            key.api().post("/developer/projects", fields("name", "P")).expect(403);
        }

        @Test
        @DisplayName("hands it on when it is rotated")
        void handsItOn(Account anna) {
            var key = importKey(anna, "legacyFullAccess", true);

            var answer = key.rotate().expect(201);

            assertThat(answer.text("rawApiKey")).startsWith("kw_");
            assertThat(answer.get("key.legacyFullAccess").asBoolean()).isTrue();
            assertThat(verify(anna, key, "read")).isEqualTo("REVOKED");
            var successor =
                    new Account.Key(anna, answer.text("key.id"), answer.text("rawApiKey"), answer);
            callEverything(successor.api(), 200, 201, 200, 204);
        }
    }

    @Nested
    @DisplayName("that was imported without scopes and without full access")
    class Nothing {

        @Test
        @DisplayName("may do nothing at all")
        void mayDoNothing(Account anna) {
            var key = importKey(anna);

            callEverything(key.api(), 403, 403, 403, 403);
            var refused = key.api().get("/developer/projects");
            refused.expectProblem(403, "INSUFFICIENT_SCOPE");
            assertThat(refused.text("requiredScope")).isEqualTo("read");
            assertThat(refused.get("grantedScopes").isEmpty()).isTrue();
            assertThat(verify(anna, key, "read")).isEqualTo("INSUFFICIENT_SCOPE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"admin", "READ", "* all", "read,write", "readwrite", "", "  "})
        @DisplayName("may do nothing either when the database has scopes that nobody knows")
        void knowsNoOtherScopes(String stored, Account anna, TestDatabase database) {
            var key = importKey(anna);
            database.change("update api_key set scopes = ? where id = ?", stored, key.id());

            callEverything(key.api(), 403, 403, 403, 403);
            assertThat(key.read().texts("key.scopes")).isEmpty();
            assertThat(verify(anna, key, "read")).isEqualTo("INSUFFICIENT_SCOPE");
        }

        @Test
        @DisplayName("keeps what is known beside what is not")
        void keepsKnownScopes(Account anna, TestDatabase database) {
            var key = importKey(anna);
            database.change(
                    "update api_key set scopes = ? where id = ?", "admin read root", key.id());

            assertThat(key.read().texts("key.scopes")).containsExactly("read");
            callEverything(key.api(), 200, 403, 403, 403);
        }
    }

    @Nested
    @DisplayName("is backfilled")
    class Backfill {

        @Test
        @DisplayName("with all others of its kind, once, whatever their state")
        void setsScopes(Account anna, Account ben, TestDatabase database) {
            var first = importKey(anna, "legacyFullAccess", true, "scopes", List.of("delete"));
            var second = importKey(ben, "legacyFullAccess", true);
            second.disable();
            var other = anna.issue("scopes", List.of("write"));
            first.api().post("/developer/projects", fields("name", "P")).expect(201);
            var legacy = legacy(database);

            assertThat(backfill(true, "update", "read")).isEqualTo(legacy);
            assertThat(legacy(database)).isEqualTo(legacy);
            assertThat(backfill(false, "update", "read")).isEqualTo(legacy);
            assertThat(backfill(false, "write")).isZero();

            assertThat(legacy(database)).isZero();
            for (var key : List.of(first, second)) {
                assertThat(key.read().texts("key.scopes")).containsExactly("read", "update");
                assertThat(key.read().get("key.legacyFullAccess").asBoolean()).isFalse();
            }
            assertThat(other.read().texts("key.scopes")).containsExactly("write");
            assertThat(verify(anna, first, "write")).isEqualTo("INSUFFICIENT_SCOPE");
            first.api().post("/developer/projects", fields("name", "Q")).expect(403);
            assertThat(entry(database, first).get(0)).isEqualTo(admin.id());
            assertThat(entry(database, first).get(1)).contains("legacyFullAccess", "read update");
        }

        @Test
        @DisplayName("in any number")
        void setsScopesOfMany(Account anna, TestDatabase database) {
            var rows =
                    IntStream.range(0, 1201)
                            .mapToObj(
                                    i ->
                                            fields(
                                                    "ownerId",
                                                    anna.id(),
                                                    "rawApiKey",
                                                    UUID.randomUUID(),
                                                    "legacyFullAccess",
                                                    true))
                            .toList();
            admin.api().post("/admin/keys/import", fields("keys", rows)).expect(200);

            assertThat(backfill(false, "read")).isEqualTo(1201);

            assertThat(legacy(database)).isZero();
            assertThat(
                            database.count(
                                    "select count(*) from api_key where owner_id = ?"
                                            + " and scopes = 'read'",
                                    anna.id()))
                    .isEqualTo(1201);
        }

        @Test
        @DisplayName("also for requests that were let pass a moment before")
        void isSeenSoon(Account anna) {
            var key = importKey(anna, "legacyFullAccess", true);
            key.api().get("/developer/projects").expect(200);

            backfill(false, "write");

            eventually(
                    () -> key.api().get("/developer/projects").status(), status -> status == 403);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"scopes\":null}",
                    "{\"scopes\":[]}",
                    "{\"scopes\":\"read\"}",
                    "{\"scopes\":[null]}",
                    "{\"scopes\":[\"READ\"]}",
                    "{\"scopes\":[\"read\",\"read\"]}",
                    "{\"scopes\":[\"read\",\"write\",\"update\",\"delete\",\"read\"]}",
                    "{\"scopes\":[\"read\"],\"dryRun\":1}",
                    "{\"scopes\":[\"read\"],\"dryRun\":\"true\"}",
                    "[]",
                    ""
                })
        @DisplayName("by a good request only")
        void requiresScopes(String body, Account anna, TestDatabase database) {
            importKey(anna, "legacyFullAccess", true);
            var before = legacy(database);

            admin.api().post(BACKFILL, body).expectProblem(400, "VALIDATION_FAILED");

            assertThat(legacy(database)).isEqualTo(before);
        }

        private long backfill(boolean dryRun, String... scopes) {
            var answer =
                    admin.api()
                            .post(BACKFILL, fields("scopes", List.of(scopes), "dryRun", dryRun))
                            .expect(200);
            assertThat(answer.get("dryRun").asBoolean()).isEqualTo(dryRun);
            return answer.get("changed").asLong();
        }

        private static long legacy(TestDatabase database) {
            return database.count("select count(*) from api_key where legacy_full_access");
        }

        private static List<String> entry(TestDatabase database, Account.Key key) {
            return database.rows(
                            "select actor_id, changes from audit_entry where target = ?"
                                    + " and action = 'key.updated'",
                            key.id())
                    .get(0);
        }
    }

    private Account.Key importKey(Account owner, Object... fields) {
        var raw = "old_" + UUID.randomUUID();
        SeenSecrets.remember(raw);
        var row = fields("ownerId", owner.id(), "rawApiKey", raw);
        row.putAll(fields(fields));
        var answer = admin.api().post("/admin/keys/import", fields("keys", List.of(row)));
        return new Account.Key(owner, answer.expect(200).text("results.0.id"), raw, answer);
    }

    private static String verify(Account account, Account.Key key, String scope) {
        return account.api()
                .post("/keys/verify", fields("key", key.raw(), "requiredScope", scope))
                .expect(200)
                .text("code");
    }

    /** Reads, creates, changes and deletes a project. */
    private static void callEverything(Api api, int read, int write, int update, int delete) {
        api.get("/developer/projects").expect(read);
        Answer created =
                api.post("/developer/projects", fields("name", UUID.randomUUID())).expect(write);
        var path =
                "/developer/projects/"
                        + (write == 201 ? created.text("project.id") : "prj_" + "0".repeat(32));
        api.patch(path, fields("name", UUID.randomUUID())).expect(update);
        api.delete(path).expect(delete);
    }
}
