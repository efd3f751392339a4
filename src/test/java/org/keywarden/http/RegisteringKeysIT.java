package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.Account.fields;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.FakeProvider;
import org.keywarden.testing.HandOff;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Registering a provider's key")
class RegisteringKeysIT {

    private static final String PATH = "/developer/keys";

    private static FakeProvider fake;
    private static Provider provider;

    /** A row of the catalogue. */
    private record Provider(String id, String slug) {}

    @BeforeAll
    static void begin(TestDatabase database) {
        fake = new FakeProvider();
        provider = newProvider(database);
    }

    @AfterAll
    static void end() {
        fake.close();
    }

    @Nested
    @DisplayName("answers 201")
    class Registered {

        @Test
        @DisplayName("for a hand-off, with the key, which is good from then on")
        void handOff(Account anna, TestDatabase database) {
            var token = FakeProvider.token("good");
            var handOff = HandOff.complete(anna, provider.slug(), token);

            var answer = anna.api().post(PATH, from(handOff, "label", "video")).expect(201);

            var raw = FakeProvider.keyFor(token);
            assertThat(answer.text("rawApiKey")).isEqualTo(raw);
            assertThat(answer.header("Location")).endsWith(PATH + "/" + answer.text("key.id"));
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.text("key.label")).isEqualTo("video");
            assertThat(answer.text("key.project.name")).isEqualTo("Default");
            assertThat(answer.text("key.billingProvider.slug")).isEqualTo(provider.slug());
            assertThat(answer.text("key.keyPrefix")).isEqualTo(raw.substring(0, 9) + "...");
            assertThat(anna.verify(raw)).isEqualTo("VALID");
            key(anna, answer).api().get("/auth/me").expect(200);
            assertThat(handOff.status()).isEqualTo("redeemed");
            assertThat(stored(database, answer)).doesNotContain(raw);
        }

        @Test
        @DisplayName("for a key that a hand-off has shown, however much white space surrounds it")
        void shownKey(Account anna) {
            var raw = shown(anna);

            var answer = anna.api().post(PATH, from(" " + raw + "\n")).expect(201);

            assertThat(answer.text("rawApiKey")).isEqualTo(raw);
            assertThat(anna.verify(raw)).isEqualTo("VALID");
        }

        @Test
        @DisplayName(
                "with a hash that tells its cost, what the provider said, and an audit entry without secrets")
        void storesAll(Account anna, TestDatabase database) {
            var raw = shown(anna);

            var answer = anna.api().post(PATH, from(raw)).expect(201);

            assertThat(stored(database, answer).get(0))
                    .matches("\\$scrypt\\$ln=14,r=8,p=1\\$.{66}");
            assertThat(stored(database, answer).get(1)).isEqualTo("customer-7");
            assertThat(stored(database, answer).get(2)).startsWith("ref-");
            var entry =
                    database.rows(
                            "select action, changes from audit_entry where target = ?",
                            answer.text("key.id"));
            assertThat(entry).hasSize(1);
            assertThat(entry.get(0).get(0)).isEqualTo("key.issued");
            assertThat(entry.get(0).get(1))
                    .contains("billingProvider", provider.slug(), "project", "scopes")
                    .doesNotContain(raw, raw.substring(10), "scrypt");
        }

        @Test
        @DisplayName("with project, scopes and expiry as for any other key")
        void hasSettings(Account anna) {
            var body =
                    from(
                            shown(anna),
                            "projectName",
                            "Films",
                            "scopes",
                            List.of("write", "read"),
                            "expiresInDays",
                            30);

            var answer = anna.api().post(PATH, body).expect(201);

            assertThat(answer.text("key.project.name")).isEqualTo("Films");
            assertThat(answer.get("key.scopes").toString()).isEqualTo("[\"read\",\"write\"]");
            assertThat(answer.time("key.expiresAt"))
                    .isAfter(Instant.now().plusSeconds(29 * 86_400));
        }

        @Test
        @DisplayName("at once for a form that was never looked for, on this node")
        void countsAtOnce(Account anna, TestDatabase database) {
            anna.verify("not-a-key-of-ours"); // which remembers the forms

            var raw = shown(anna);
            anna.api().post(PATH, from(raw)).expect(201);

            assertThat(anna.verify(raw)).isEqualTo("VALID");
            assertThat(database.count("select count(*) from imported_key_form where form = 'raw'"))
                    .isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("answers 400")
    class Refused {

        @Test
        @DisplayName("for a hand-off of somebody else, of another provider, or one that has no key")
        void handOff(Account anna, Account ben, TestDatabase database) {
            var good = HandOff.complete(anna, provider.slug(), FakeProvider.token("good"));
            var pending = HandOff.start(ben, provider.slug());
            var other = newProvider(database);

            for (var body :
                    List.of(
                            from(good),
                            from(pending),
                            aKey("billingProviderId", other.id(), "loginSessionId", good.id()))) {
                ben.api().post(PATH, body).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
            }

            assertThat(ben.api().get(PATH).text("total")).isEqualTo("0");
            anna.api().post(PATH, from(good)).expect(201);
        }

        @Test
        @DisplayName("for a hand-off that is redeemed, be it by registering or by polling")
        void redeemed(Account anna) {
            var first = HandOff.complete(anna, provider.slug(), FakeProvider.token("good"));
            var second = HandOff.complete(anna, provider.slug(), FakeProvider.token("good"));
            anna.api().post(PATH, from(first)).expect(201);
            second.poll().expect(200);

            for (var used : List.of(first, second)) {
                anna.api().post(PATH, from(used)).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
            }
        }

        @Test
        @DisplayName("for a hand-off that has expired, and for a key that it has shown")
        void expired(Account anna, TestDatabase database) {
            var handOff = HandOff.complete(anna, provider.slug(), FakeProvider.token("good"));
            var raw = shown(anna);
            database.change(
                    "update hand_off set expires_at = ? where user_id = ?",
                    Timestamp.from(Instant.now().minusSeconds(1)),
                    anna.id());

            anna.api().post(PATH, from(handOff)).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
            anna.api().post(PATH, from(raw)).expectProblem(400, "RAW_KEY_NOT_RECOGNIZED");
        }

        @Test
        @DisplayName(
                "for a key that was shown to somebody else, by another provider, or to nobody yet")
        void key(Account anna, Account ben, TestDatabase database) {
            var raw = shown(anna);
            var token = FakeProvider.token("good");
            HandOff.complete(ben, provider.slug(), token);
            var other = newProvider(database);

            ben.api().post(PATH, from(raw)).expectProblem(400, "RAW_KEY_NOT_RECOGNIZED");
            ben.api()
                    .post(PATH, from(FakeProvider.keyFor(token)))
                    .expectProblem(400, "RAW_KEY_NOT_RECOGNIZED");
            anna.api()
                    .post(PATH, aKey("billingProviderId", other.id(), "rawApiKey", raw))
                    .expectProblem(400, "RAW_KEY_NOT_RECOGNIZED");
            anna.api().post(PATH, from(raw)).expect(201);
        }

        @Test
        @DisplayName("and leaves the hand-off as it is when anything else is wrong")
        void leavesHandOff(Account anna, Account ben) {
            var handOff = HandOff.complete(anna, provider.slug(), FakeProvider.token("good"));
            var foreign = ben.createProject("Ben's");

            anna.api()
                    .post(PATH, from(handOff, "projectId", foreign))
                    .expectProblem(400, "INVALID_PROJECT_ID");
            anna.api().post(PATH, from(handOff, "modelId", "mdl_1")).expect(400);
            anna.api().post(PATH, from(handOff, "scopes", List.of())).expect(400);

            assertThat(anna.api().get("/developer/projects").get("projects")).isEmpty();
            anna.api().post(PATH, from(handOff)).expect(201);
        }

        @Test
        @DisplayName("once the provider is disabled, and not any more when it is enabled again")
        void disabledProvider(Account anna, TestDatabase database) {
            var provider = newProvider(database);
            var handOff = HandOff.complete(anna, provider.slug(), FakeProvider.token("good"));
            var body = aKey("billingProviderId", provider.id(), "loginSessionId", handOff.id());
            enable(database, provider, false);

            anna.api().post(PATH, body).expectProblem(400, "INVALID_BILLING_PROVIDER");

            enable(database, provider, true);
            anna.api().post(PATH, body).expect(201);
        }
    }

    @Nested
    @DisplayName("answers 409")
    class AlreadyRegistered {

        @Test
        @DisplayName(
                "for a key that is here already, whoever has it, and leaves the hand-off as it is")
        void sameKey(Account anna, Account ben) {
            var token = FakeProvider.token("good");
            var mine = HandOff.complete(anna, provider.slug(), token);
            var again = HandOff.complete(anna, provider.slug(), token);
            var theirs = HandOff.complete(ben, provider.slug(), token);
            var id = anna.api().post(PATH, from(mine)).expect(201).text("key.id");

            var first = anna.api().post(PATH, from(again));
            var second = ben.api().post(PATH, from(theirs));

            for (var answer : List.of(first, second)) {
                answer.expectProblem(409, "KEY_ALREADY_REGISTERED");
                assertThat(answer.body()).doesNotContain(id, anna.id(), FakeProvider.keyFor(token));
            }
            assertThat(again.poll().text("status")).isEqualTo("complete");
            assertThat(theirs.poll().text("status")).isEqualTo("complete");
            assertThat(ben.api().get(PATH).text("total")).isEqualTo("0");
        }

        @Test
        @DisplayName("for a key that was revoked")
        void revokedKey(Account anna) {
            var raw = shown(anna);
            key(anna, anna.api().post(PATH, from(raw)).expect(201)).revoke();

            anna.api().post(PATH, from(raw)).expectProblem(409, "KEY_ALREADY_REGISTERED");
        }

        @Test
        @DisplayName(
                "for a key that was imported, as it is or as a digest, and the import for one of a provider")
        void importedKey(Account anna, Accounts accounts) {
            var admin = accounts.createAdministrator();
            var raw = shown(anna);
            var hashed = shown(anna);
            var registered = shown(anna);
            importKey(admin, fields("ownerId", anna.id(), "rawApiKey", raw));
            importKey(
                    admin,
                    fields(
                            "ownerId",
                            anna.id(),
                            "digest",
                            fields("algorithm", "sha256-hex", "value", sha256(hashed))));
            anna.api().post(PATH, from(registered)).expect(201);

            var late = importKey(admin, fields("ownerId", anna.id(), "rawApiKey", registered));

            anna.api().post(PATH, from(raw)).expectProblem(409, "KEY_ALREADY_REGISTERED");
            anna.api().post(PATH, from(hashed)).expectProblem(409, "KEY_ALREADY_REGISTERED");
            assertThat(late.texts("results", "errorCode"))
                    .containsExactly("KEY_ALREADY_REGISTERED");
        }
    }

    @Test
    @DisplayName("keeps the provider in the catalogue, also when the key is revoked")
    void keepsProvider(Account anna, Accounts accounts, TestDatabase database) {
        var used = newProvider(database);
        var handOff = HandOff.complete(anna, used.slug(), FakeProvider.token("good"));
        var wish = from(handOff);
        wish.put("billingProviderId", used.id());
        key(anna, anna.api().post(PATH, wish).expect(201)).revoke();

        accounts.createAdministrator()
                .api()
                .delete("/admin/billing-providers/" + used.id())
                .expectProblem(409, "PROVIDER_IN_USE");
    }

    @Nested
    @DisplayName("in parallel")
    class InParallel {

        @Test
        @DisplayName("uses a hand-off once, be it polled meanwhile or not")
        void usesHandOffOnce(Account anna) {
            var handOff = HandOff.complete(anna, provider.slug(), FakeProvider.token("good"));
            var turn = new AtomicInteger();

            var answers =
                    Parallel.times(
                            24,
                            () ->
                                    turn.incrementAndGet() % 4 == 0
                                            ? handOff.poll()
                                            : anna.api().post(PATH, from(handOff)));

            var keys = answers.stream().filter(RegisteringKeysIT::hasKey).toList();
            assertThat(keys).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() >= 400))
                    .allSatisfy(
                            answer ->
                                    assertThat(answer.text("errorCode"))
                                            .isIn(
                                                    "LOGIN_SESSION_NOT_USABLE",
                                                    "KEY_ALREADY_REGISTERED"));
            assertThat(anna.api().get(PATH).text("total"))
                    .isEqualTo(keys.get(0).status() == 201 ? "1" : "0");
        }

        @Test
        @DisplayName("registers a key once, of however many users")
        void registersOnce(Account anna, Account ben) {
            var token = FakeProvider.token("good");
            HandOff.complete(anna, provider.slug(), token).poll();
            HandOff.complete(ben, provider.slug(), token).poll();
            var body = from(FakeProvider.keyFor(token));
            var turn = new AtomicInteger();

            var answers =
                    Parallel.times(
                            20,
                            () ->
                                    (turn.incrementAndGet() % 2 == 0 ? anna : ben)
                                            .api()
                                            .post(PATH, body));

            assertThat(statuses(answers)).containsExactlyElementsOf(onceAndElse(409, 20));
        }

        @Test
        @DisplayName("with an import of the same key brings it in once")
        void registersOrImports(Account anna, Accounts accounts) {
            var admin = accounts.createAdministrator();
            var raw = shown(anna);
            var row = fields("ownerId", anna.id(), "rawApiKey", raw);
            var turn = new AtomicInteger();

            var answers =
                    Parallel.times(
                            12,
                            () ->
                                    turn.incrementAndGet() % 2 == 0
                                            ? importKey(admin, row)
                                            : anna.api().post(PATH, from(raw)));

            var imported =
                    answers.stream()
                            .filter(answer -> answer.has("imported"))
                            .mapToInt(answer -> answer.get("imported").asInt())
                            .sum();
            var registered = answers.stream().filter(answer -> answer.status() == 201).count();
            assertThat(imported + registered).isEqualTo(1);
            assertThat(anna.verify(raw)).isEqualTo("VALID");
        }

        @Test
        @DisplayName("of first keys creates one project")
        void createsOneProject(Account anna) {
            var keys = new ArrayList<String>();
            for (int i = 0; i < 6; i++) {
                keys.add(shown(anna));
            }
            var turn = new AtomicInteger();

            var answers =
                    Parallel.times(
                            6, () -> anna.api().post(PATH, from(keys.get(turn.getAndIncrement()))));

            assertThat(answers).allSatisfy(answer -> answer.expect(201));
            assertThat(anna.api().get("/developer/projects").get("projects")).hasSize(1);
        }
    }

    private static boolean hasKey(Answer answer) {
        return answer.has("rawApiKey") || answer.has("access_token");
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).sorted().toList();
    }

    private static List<Integer> onceAndElse(int status, int count) {
        var statuses = new ArrayList<>(Collections.nCopies(count, status));
        statuses.set(0, 201);
        return statuses;
    }

    private static Answer importKey(Account admin, Object row) {
        return admin.api().post("/admin/keys/import", fields("keys", List.of(row))).expect(200);
    }

    private static List<String> stored(TestDatabase database, Answer answer) {
        return database.rows(
                        "select key_hash, provider_user_id, provider_key_reference, key_prefix,"
                                + " key_digest from api_key where id = ?",
                        answer.text("key.id"))
                .get(0);
    }

    private static Account.Key key(Account owner, Answer answer) {
        return new Account.Key(owner, answer.text("key.id"), answer.text("rawApiKey"), answer);
    }

    private static String sha256(String key) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A key that a hand-off has shown to a user. */
    private static String shown(Account user) {
        var token = FakeProvider.token("good");
        var answer = HandOff.complete(user, provider.slug(), token).poll();
        assertThat(answer.text("access_token")).isEqualTo(FakeProvider.keyFor(token));
        return FakeProvider.keyFor(token);
    }

    private static Map<String, Object> from(HandOff handOff, Object... settings) {
        var body = aKey(settings);
        body.putAll(fields("billingProviderId", provider.id(), "loginSessionId", handOff.id()));
        return body;
    }

    private static Map<String, Object> from(String raw, Object... settings) {
        var body = aKey(settings);
        body.putAll(fields("billingProviderId", provider.id(), "rawApiKey", raw));
        return body;
    }

    private static void enable(TestDatabase database, Provider provider, boolean enabled) {
        database.change(
                "update billing_provider set enabled = ? where id = ?", enabled, provider.id());
    }

    /** A new one with the exchange of the fake. */
    private static Provider newProvider(TestDatabase database) {
        var name = UUID.randomUUID().toString().replace("-", "");
        var provider = new Provider("prv_" + name, "t-" + name);
        database.change(
                """
                insert into billing_provider (id, version, slug, display_name, description, icon, enabled,
                    sort_order, exchange, auth_url, api_base, created_at)
                values (?, 1, ?, 'Fake', '', '', true, 2000, 'TOKEN', ?, ?, ?)
                """,
                provider.id(),
                provider.slug(),
                fake.uri() + "/sign-in",
                fake.uri().toString(),
                Timestamp.from(Instant.now()));
        return provider;
    }
}
