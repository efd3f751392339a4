package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.Account.fields;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

/** What came from a provider is made of a key of ours here: how it comes is tested with the hand-off. */
@KeywardenTest
@DisplayName("A provider-issued key")
class ProviderIssuedKeysIT {

    private static final String PATH = "/developer/keys";

    private TestDatabase database;
    private String provider;
    private String slug;

    @BeforeEach
    void createProvider(TestDatabase database) {
        this.database = database;
        provider = "prv_" + UUID.randomUUID().toString().replace("-", "");
        slug = "t-" + provider.substring(4);
        database.change(
                """
                insert into billing_provider (id, version, slug, display_name, description, icon, enabled,
                    sort_order, exchange, auth_url, api_base, created_at)
                values (?, 1, ?, 'A provider', '', '', false, 0, 'TOKEN', 'https://provider.test/a',
                    'https://provider.test', ?)
                """,
                provider,
                slug,
                Timestamp.from(Instant.now()));
    }

    @Nested
    @DisplayName("is shown")
    class Shown {

        @Test
        @DisplayName(
                "with its provider, even if that is disabled, and without what is stored of it")
        void withProvider(Account anna) {
            var key = issued(anna);

            var answer = key.read();

            assertThat(answer.get("key.billingProvider").toString())
                    .isEqualTo(
                            "{\"id\":\"%s\",\"slug\":\"%s\",\"displayName\":\"A provider\"}"
                                    .formatted(provider, slug));
            assertThat(answer.body())
                    .doesNotContain("scrypt", "igest", "ash", "the-reference", "the-user");
        }

        @Test
        @DisplayName("with its provider among others in a list, which can be asked for that alone")
        void inLists(Account anna) {
            var native_ = anna.issue();
            var key = issued(anna);

            var all = anna.api().get(PATH).expect(200);
            var some = anna.api().get(PATH + "?billingProviderId=" + provider).expect(200);
            var none = anna.api().get(PATH + "?billingProviderId=" + other(provider)).expect(200);

            assertThat(all.texts("keys", "id")).containsExactly(key.id(), native_.id());
            assertThat(all.texts("keys", "billingProvider.slug")).containsExactly(slug, "");
            assertThat(some.texts("keys", "id")).containsExactly(key.id());
            assertThat(some.text("total")).isEqualTo("1");
            assertThat(none.text("total")).isEqualTo("0");
        }
    }

    @Nested
    @DisplayName("lives")
    class Lives {

        @Test
        @DisplayName("like any other: verified, used, changed, disabled, enabled, revoked")
        void likeAnyOther(Account anna) {
            var key = issued(anna);
            assertThat(anna.verify(key.raw())).isEqualTo("VALID");
            key.api().get("/auth/me").expect(200);

            anna.api().patch(key.path(), fields("scopes", List.of("write"))).expect(200);
            var changed =
                    anna.api().post("/keys/verify", fields("key", key.raw(), "method", "GET"));
            key.disable();
            var disabled = anna.verify(key.raw());
            anna.api().post(key.path() + "/enable").expect(200);
            var enabled = anna.verify(key.raw());
            key.revoke();

            assertThat(changed.text("code")).isEqualTo("INSUFFICIENT_SCOPE");
            assertThat(disabled).isEqualTo("DISABLED");
            assertThat(enabled).isEqualTo("VALID");
            assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
            assertThat(key.read().text("key.billingProvider.id")).isEqualTo(provider);
        }

        @Test
        @DisplayName("until its project is deleted, or it is found where it must not be")
        void untilRevoked(Account anna, Accounts accounts) {
            var first = issued(anna, "projectName", "Short-lived");
            var second = issued(anna);
            var project = first.read().text("key.project.id");

            anna.api().delete("/developer/projects/" + project + "?revokeKeys=true").expect(204);
            var leak = fields("keys", List.of(second.raw()));
            var answer =
                    accounts.createAdministrator().api().post("/admin/keys/revoke-leaked", leak);

            assertThat(answer.expect(200).text("revoked")).isEqualTo("1");
            assertThat(anna.verify(first.raw())).isEqualTo("REVOKED");
            assertThat(anna.verify(second.raw())).isEqualTo("REVOKED");
        }

        @Test
        @DisplayName("without being rotated, in whatever state it is")
        void withoutRotation(Account anna, Account ben) {
            var key = issued(anna);

            key.rotate().expectProblem(409, "KEY_NOT_ROTATABLE");
            key.disable();
            key.rotate().expectProblem(409, "KEY_NOT_ROTATABLE");
            key.revoke();
            key.rotate().expectProblem(409, "KEY_NOT_ROTATABLE");
            ben.api().post(key.path() + "/rotate").expectProblem(404, "NOT_FOUND");

            assertThat(anna.api().get(PATH).text("total")).isEqualTo("1");
        }
    }

    @Nested
    @DisplayName("is unknown")
    class Unknown {

        @Test
        @DisplayName("if its hash is that of another key, however it is presented")
        void withAnotherHash(Account anna) {
            var key = anna.issue();
            makeIssued(key, hash("another key"));

            assertThat(anna.verify(key.raw())).isEqualTo("NOT_FOUND");
            assertThat(anna.verify(key.raw())).isEqualTo("NOT_FOUND");
            key.api().get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        }

        @ParameterizedTest
        @DisplayName("if its hash is damaged")
        @ValueSource(
                strings = {"", "x", "$scrypt$", "$scrypt$ln=99,r=8,p=1$$", "\u00e9\ud83d\udd11"})
        void withDamagedHash(String hash, Account anna) {
            var key = anna.issue();
            makeIssued(key, hash);

            assertThat(anna.verify(key.raw())).isEqualTo("NOT_FOUND");
        }

        @Test
        @DisplayName("from the moment that its hash changes, though it was verified before")
        void onceItsHashChanges(Account anna) {
            var key = issued(anna);
            assertThat(anna.verify(key.raw())).isEqualTo("VALID");

            makeIssued(key, hash(key.raw() + "x"));

            assertThat(anna.verify(key.raw())).isEqualTo("NOT_FOUND");
        }
    }

    @Nested
    @DisplayName("cannot be registered")
    class NotRegistered {

        @Test
        @DisplayName(
                "with a provider that is disabled, unknown or no provider's id: the same answer")
        void withoutProvider(Account anna) {
            var disabled = register(anna, provider);

            for (var id :
                    List.of(other(provider), "prv_", "daydream", "\u0000", "x".repeat(100_000))) {
                assertThat(register(anna, id)).isEqualTo(disabled);
            }
            assertThat(disabled).contains("INVALID_BILLING_PROVIDER");
        }

        @ParameterizedTest
        @DisplayName("with a text that no key can be")
        @ValueSource(strings = {"1234567", "1234 678", "1234567\u00e9", "1234567\u0000", "\ud83d"})
        void withNoKey(String raw, Account anna) {
            var body = aKey("billingProviderId", daydream(), "rawApiKey", raw);

            anna.api().post(PATH, body).expectInvalid("rawApiKey");
        }

        @ParameterizedTest
        @DisplayName("with a blank text for a key, which counts as none")
        @ValueSource(strings = {"", " ", "\n"})
        void withBlankKey(String raw, Account anna) {
            var body = aKey("billingProviderId", daydream(), "rawApiKey", raw);

            anna.api().post(PATH, body).expectInvalid("loginSessionId");
        }

        @Test
        @DisplayName("with a key that is too long")
        void withTooLongKey(Account anna) {
            var body = aKey("billingProviderId", daydream(), "rawApiKey", "x".repeat(513));

            anna.api().post(PATH, body).expectInvalid("rawApiKey");
        }

        @Test
        @DisplayName("with a key that nobody delivered, be it one of ours")
        void withAnyKey(Account anna) {
            for (var raw : List.of("sk_live_of_anybody", "x".repeat(512), anna.issue().raw())) {
                var body = aKey("billingProviderId", daydream(), "rawApiKey", " " + raw + "\n");

                var answer = anna.api().post(PATH, body);

                answer.expectProblem(400, "RAW_KEY_NOT_RECOGNIZED");
                assertThat(answer.body()).doesNotContain(raw);
            }
        }

        @ParameterizedTest
        @DisplayName("with a hand-off that is not there")
        @ValueSource(
                strings = {
                    "x",
                    "0000000000000000000000000000000000000000000000000000000000000000",
                    "000000000000000000000000000000000000000000000000000000000000000G",
                    "\u0000",
                    "\ud83d\udd11",
                    "' or 1=1 --"
                })
        void withUnknownHandOff(String id, Account anna) {
            var body = aKey("billingProviderId", daydream(), "loginSessionId", id);

            anna.api().post(PATH, body).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
        }

        @Test
        @DisplayName("with a hand-off of a huge name")
        void withHugeHandOff(Account anna) {
            var body = aKey("billingProviderId", daydream(), "loginSessionId", "0".repeat(900_000));

            anna.api().post(PATH, body).expectProblem(400, "LOGIN_SESSION_NOT_USABLE");
        }

        @Test
        @DisplayName("with two sources or none, where blank is none")
        void withTwoSources(Account anna) {
            var both =
                    aKey(
                            "billingProviderId", daydream(),
                            "loginSessionId", "0".repeat(64),
                            "rawApiKey", "sk_live_of_anybody");
            var none = aKey("billingProviderId", daydream());
            var blank = aKey("billingProviderId", daydream(), "loginSessionId", " ");

            for (var body : List.of(both, none, blank)) {
                anna.api().post(PATH, body).expectInvalid("loginSessionId");
            }
        }

        @Test
        @DisplayName("for a model that is not there")
        void withUnknownModel(Account anna) {
            var body =
                    aKey(
                            "billingProviderId", daydream(),
                            "loginSessionId", "0".repeat(64),
                            "modelId", "mdl_1");

            anna.api().post(PATH, body).expectProblem(400, "INVALID_MODEL");
        }

        /** The answer but for what differs from request to request. */
        private String register(Account account, String id) {
            var body = aKey("billingProviderId", id, "loginSessionId", "0".repeat(64));
            var answer = account.api().post(PATH, body).expect(400);
            return answer.body().replace(answer.text("requestId"), "");
        }
    }

    private Account.Key issued(Account owner, Object... settings) {
        var key = owner.issue(settings);
        makeIssued(key, hash(key.raw()));
        return key;
    }

    private void makeIssued(Account.Key key, String hash) {
        database.change(
                """
                update api_key set provider_id = ?, provider_key_reference = 'the-reference',
                    provider_user_id = 'the-user', key_hash = ? where id = ?
                """,
                provider,
                hash,
                key.id());
    }

    private String daydream() {
        return database.rows("select id from billing_provider where slug = 'daydream'")
                .get(0)
                .get(0);
    }

    /** An id of the same form, of nobody. */
    private static String other(String id) {
        return id.substring(0, 4) + UUID.randomUUID().toString().replace("-", "");
    }

    private static String hash(String key) {
        var salt =
                UUID.randomUUID().toString().substring(0, 16).getBytes(StandardCharsets.US_ASCII);
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$scrypt$ln=14,r=8,p=1$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(SCrypt.generate(bytes, salt, 16_384, 8, 1, 32));
    }
}
