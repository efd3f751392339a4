package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("Administering billing providers")
class AdminBillingProvidersIT {

    private static final String PROVIDERS = "/admin/billing-providers";
    private static final String UNKNOWN = PROVIDERS + "/prv_00000000000000000000000000000000";

    private final Queue<String> made = new ConcurrentLinkedQueue<>();
    private Account admin;

    @BeforeEach
    void signIn(Accounts accounts) {
        admin = accounts.createAdministrator();
    }

    @AfterEach
    void tidyUp() {
        made.forEach(id -> admin.api().delete(PROVIDERS + "/" + id));
    }

    @Nested
    @DisplayName("creates one")
    class Creating {

        @Test
        @DisplayName("from little, with all that there could be in the answer")
        void hasDefaults() {
            var slug = slug();

            var answer = post("slug", " " + slug + " ", "displayName", " Acme ").expect(201);

            assertThat(answer.json().fieldNames()).toIterable().containsExactly("provider");
            assertThat(answer.get("provider").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "id",
                            "slug",
                            "displayName",
                            "description",
                            "icon",
                            "enabled",
                            "sortOrder",
                            "exchange",
                            "authUrl",
                            "apiBase",
                            "issuer",
                            "tokenUrl",
                            "clientId",
                            "hasClientSecret",
                            "scope",
                            "revocationUrl",
                            "timeoutSeconds",
                            "shipped",
                            "createdAt");
            assertThat(answer.text("provider.id")).matches("prv_[0-9a-f]{32}");
            assertThat(answer.text("provider.slug")).isEqualTo(slug);
            assertThat(answer.text("provider.displayName")).isEqualTo("Acme");
            assertThat(answer.text("provider.description")).isEmpty();
            assertThat(answer.text("provider.icon")).isEmpty();
            assertThat(answer.get("provider.enabled").asBoolean()).isTrue();
            assertThat(answer.get("provider.sortOrder").asInt()).isZero();
            assertThat(answer.get("provider.hasClientSecret").asBoolean()).isFalse();
            assertThat(answer.get("provider.shipped").asBoolean()).isFalse();
            assertThat(answer.get("provider.timeoutSeconds").asInt()).isEqualTo(10);
            for (var absent : List.of("issuer", "tokenUrl", "clientId", "scope", "revocationUrl")) {
                assertThat(answer.get("provider." + absent).isNull()).as(absent).isTrue();
            }
            var path = PROVIDERS + "/" + answer.text("provider.id");
            assertThat(answer.header("Location")).endsWith(path);
            assertThat(admin.api().get(path).expect(200).body()).isEqualTo(answer.body());
        }

        @Test
        @DisplayName("with everything that was given, and is found in the list")
        void takesWhatIsGiven() {
            var answer =
                    post(fields(
                                    "description", " Pays ",
                                    "icon", "bolt",
                                    "enabled", false,
                                    "sortOrder", -7,
                                    "exchange", "authorization_code",
                                    "authUrl", "https://acme.example/in/?a=b",
                                    "apiBase", "https://acme.example/api//",
                                    "issuer", "https://id.acme.example/",
                                    "tokenUrl", "https://acme.example/token?a",
                                    "clientId", " us ",
                                    "clientSecret", secret(),
                                    "scope", "keys profile",
                                    "revocationUrl", "https://acme.example/revoke?a",
                                    "timeoutSeconds", 3))
                            .expect(201);

            var provider = answer.get("provider");
            assertThat(provider.get("description").asText()).isEqualTo("Pays");
            assertThat(provider.get("enabled").asBoolean()).isFalse();
            assertThat(provider.get("sortOrder").asInt()).isEqualTo(-7);
            assertThat(provider.get("exchange").asText()).isEqualTo("authorization_code");
            assertThat(provider.get("authUrl").asText()).isEqualTo("https://acme.example/in/?a=b");
            assertThat(provider.get("apiBase").asText()).isEqualTo("https://acme.example/api");
            assertThat(provider.get("issuer").asText()).isEqualTo("https://id.acme.example/");
            assertThat(provider.get("tokenUrl").asText()).isEqualTo("https://acme.example/token?a");
            assertThat(provider.get("clientId").asText()).isEqualTo("us");
            assertThat(provider.get("hasClientSecret").asBoolean()).isTrue();
            assertThat(provider.get("scope").asText()).isEqualTo("keys profile");
            assertThat(provider.get("timeoutSeconds").asInt()).isEqualTo(3);
            assertThat(provider.get("revocationUrl").asText())
                    .isEqualTo("https://acme.example/revoke?a");
            assertThat(admin.api().get(PROVIDERS).expect(200).get("providers")).contains(provider);
        }

        @Test
        @DisplayName("not twice: 409, the shipped ones included")
        void refusesTaken() {
            var slug = slug();
            post("slug", slug).expect(201);

            post("slug", slug).expectProblem(409, "PROVIDER_SLUG_TAKEN");
            post("slug", "daydream").expectProblem(409, "PROVIDER_SLUG_TAKEN");
            post("slug", "sandbox").expectProblem(409, "PROVIDER_SLUG_TAKEN");
        }

        @Test
        @DisplayName("once of several in parallel, the others being 409")
        void isOneInParallel() {
            var slug = slug();

            var answers = Parallel.times(12, () -> post("slug", slug));

            assertThat(answers)
                    .extracting(Answer::status)
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> answer.expectProblem(409, "PROVIDER_SLUG_TAKEN"));
        }

        @Test
        @DisplayName("with as many characters as fit, whatever they are")
        void countsCharacters() {
            var key = "\ud83d\udd11";
            var longest = "https://acme.example/" + "x".repeat(2048 - 21);
            post(fields(
                            "slug",
                            "0123456789" + UUID.randomUUID().toString().substring(6),
                            "displayName",
                            key.repeat(100),
                            "description",
                            key.repeat(500),
                            "icon",
                            key.repeat(255),
                            "authUrl",
                            longest,
                            "apiBase",
                            longest,
                            "issuer",
                            longest,
                            "tokenUrl",
                            longest,
                            "revocationUrl",
                            longest,
                            "clientId",
                            "x".repeat(255),
                            "clientSecret",
                            secret() + "x".repeat(400),
                            "scope",
                            "x".repeat(1000)))
                    .expect(201);

            post("slug", "x".repeat(41)).expectInvalid("slug");
            post("displayName", key.repeat(101)).expectInvalid("displayName");
            post("description", key.repeat(501)).expectInvalid("description");
            post("icon", key.repeat(256)).expectInvalid("icon");
            for (var url : List.of("authUrl", "apiBase", "issuer", "tokenUrl", "revocationUrl")) {
                post(url, longest + "x").expectInvalid(url);
            }
            post("clientId", "x".repeat(256)).expectInvalid("clientId");
            post("clientSecret", "x".repeat(513)).expectInvalid("clientSecret");
            post("scope", "x".repeat(1001)).expectInvalid("scope");
            post("timeoutSeconds", 11).expectInvalid("timeoutSeconds");
            post("timeoutSeconds", 0).expectInvalid("timeoutSeconds");
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "slug | null",
                    "slug | 1",
                    "slug | \"\"",
                    "slug | \"a\"",
                    "slug | \"Acme\"",
                    "slug | \"a_b\"",
                    "slug | \"a/b\"",
                    "slug | \"a\\u0000b\"",
                    "slug | \"\\ud83d\\udd11\\ud83d\\udd11\"",
                    "displayName | null",
                    "displayName | \" \"",
                    "displayName | \"a\\u0007b\"",
                    "displayName | \"a\\ud83d\"",
                    "displayName | 7",
                    "description | \"a\\nb\"",
                    "icon | \"a\\u0000\"",
                    "enabled | \"true\"",
                    "enabled | 1",
                    "sortOrder | \"1\"",
                    "sortOrder | 1.5",
                    "sortOrder | 2147483648",
                    "exchange | null",
                    "exchange | \"\"",
                    "exchange | \"TOKEN\"",
                    "exchange | \"implicit\"",
                    "exchange | 0",
                    "authUrl | null",
                    "authUrl | \" \"",
                    "authUrl | \"acme.example\"",
                    "authUrl | \"javascript:alert(1)\"",
                    "authUrl | \"https://me:hush@acme.example\"",
                    "authUrl | \"https://acme.example/#a\"",
                    "authUrl | []",
                    "apiBase | null",
                    "apiBase | \"https://acme.example?a=b\"",
                    "apiBase | \"ftp://acme.example\"",
                    "apiBase | \"///\"",
                    "issuer | \"https://acme.example?a\"",
                    "issuer | \"acme\"",
                    "tokenUrl | \"https://\"",
                    "revocationUrl | \"https://acme.example:70000\"",
                    "clientId | \"\\u00e4\"",
                    "clientSecret | \"\"",
                    "clientSecret | \"  \"",
                    "clientSecret | \"\\u00e4\"",
                    "clientSecret | 1",
                    "scope | \"a\\\"b\"",
                    "scope | \"\\u00e4\""
                })
        @DisplayName("not with a field that is not acceptable: 400")
        void refusesBadFields(String field, String json) {
            var wish = Api.json(without(aProvider(), field));
            var body = wish.replaceFirst("}$", ",\"" + field + "\":") + json + "}";

            admin.api().post(PROVIDERS, body).expectInvalid(field);
        }

        @ParameterizedTest
        @ValueSource(strings = {"slug", "displayName", "exchange", "authUrl", "apiBase"})
        @DisplayName("not without what it needs: 400")
        void requiresFields(String field) {
            admin.api().post(PROVIDERS, without(aProvider(), field)).expectInvalid(field);
        }

        @Test
        @DisplayName("of an authorization code not without a client id: 400")
        void requiresClientId() {
            post("exchange", "authorization_code").expectInvalid("clientId");
            post("exchange", "authorization_code", "clientId", " ").expectInvalid("clientId");
        }

        @Test
        @DisplayName("not from nothing, or from what is no object: 400")
        void refusesBadBodies() {
            for (var body : List.of("", "null", "[]", "\"x\"", "{}", "{")) {
                admin.api().post(PROVIDERS, body).expect(400);
            }
        }
    }

    @Nested
    @DisplayName("changes one")
    class Changing {

        @Test
        @DisplayName("by what is named, and leaves the rest")
        void changesWhatIsNamed() {
            var before = post("description", "Pays").expect(201);
            var path = path(before);
            var slug = slug();

            var after = admin.api().patch(path, fields("slug", slug, "enabled", false)).expect(200);

            assertThat(after.text("provider.slug")).isEqualTo(slug);
            assertThat(after.get("provider.enabled").asBoolean()).isFalse();
            assertThat(after.text("provider.description")).isEqualTo("Pays");
            assertThat(after.text("provider.createdAt"))
                    .isEqualTo(before.text("provider.createdAt"));
            assertThat(admin.api().get(path).expect(200).body()).isEqualTo(after.body());
        }

        @Test
        @DisplayName("and null clears what it can be without")
        void clears() {
            var path =
                    path(
                            post(fields(
                                            "description", "D",
                                            "icon", "I",
                                            "issuer", "https://i.example",
                                            "tokenUrl", "https://t.example",
                                            "clientId", "us",
                                            "clientSecret", secret(),
                                            "scope", "s",
                                            "revocationUrl", "https://r.example"))
                                    .expect(201));

            for (var field : List.of("description", "icon")) {
                var answer = admin.api().patch(path, fields(field, null)).expect(200);
                assertThat(answer.text("provider." + field)).isEmpty();
            }
            for (var field : List.of("issuer", "tokenUrl", "clientId", "scope", "revocationUrl")) {
                var answer = admin.api().patch(path, fields(field, null)).expect(200);
                assertThat(answer.get("provider." + field).isNull()).as(field).isTrue();
            }
            admin.api().patch(path, fields("timeoutSeconds", 4)).expect(200);
            admin.api().patch(path, fields("timeoutSeconds", null)).expectInvalid("timeoutSeconds");
            admin.api().patch(path, fields("timeoutSeconds", 11)).expectInvalid("timeoutSeconds");
            var answer = admin.api().patch(path, fields("clientSecret", null)).expect(200);
            assertThat(answer.get("provider.timeoutSeconds").asInt()).isEqualTo(4);
            assertThat(answer.get("provider.hasClientSecret").asBoolean()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "slug",
                    "displayName",
                    "enabled",
                    "sortOrder",
                    "exchange",
                    "authUrl",
                    "apiBase"
                })
        @DisplayName("but not by null where it needs a value: 400")
        void refusesNull(String field) {
            var path = path(post().expect(201));

            admin.api().patch(path, fields(field, null)).expectInvalid(field);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    "null",
                    "",
                    "{\"name\":\"x\"}",
                    "{\"slug\":\"A\"}",
                    "{\"displayName\":\"\"}",
                    "{\"enabled\":\"\"}",
                    "{\"sortOrder\":\"\"}",
                    "{\"exchange\":\"\"}",
                    "{\"exchange\":\"code\"}",
                    "{\"authUrl\":\"\"}",
                    "{\"apiBase\":\"x\"}",
                    "{\"apiBase\":\"https://acme.example?a\"}",
                    "{\"clientSecret\":\"\"}",
                    "{\"clientSecret\":\"\\u00e4\"}",
                    "{\"exchange\":\"authorization_code\"}",
                    "{\"exchange\":\"authorization_code\",\"clientId\":\" \"}"
                })
        @DisplayName("not from a body that is not acceptable: 400")
        void refusesBadBodies(String body) {
            var path = path(post().expect(201));

            admin.api().patch(path, body).expectProblem(400, "VALIDATION_FAILED");
        }

        @Test
        @DisplayName("to an authorization code with a client id, which then must stay")
        void keepsClientId() {
            var path = path(post().expect(201));

            admin.api()
                    .patch(path, fields("exchange", "authorization_code", "clientId", "us"))
                    .expect(200);

            admin.api().patch(path, fields("clientId", null)).expectInvalid("clientId");
            admin.api().patch(path, fields("clientId", null, "exchange", "token")).expect(200);
        }

        @Test
        @DisplayName("not to a slug that is taken or reserved")
        void refusesSlugs() {
            var taken = slug();
            post("slug", taken).expect(201);
            var path = path(post().expect(201));

            admin.api()
                    .patch(path, fields("slug", taken))
                    .expectProblem(409, "PROVIDER_SLUG_TAKEN");
            admin.api().patch(path, fields("slug", "daydream")).expectInvalid("slug");
            admin.api().patch(path, fields("slug", "sandbox")).expectInvalid("slug");
        }

        @Test
        @DisplayName("of several in parallel to one slug, the others being 409")
        void hasOneWinner() {
            var paths = new ConcurrentLinkedQueue<String>();
            for (int i = 0; i < 8; i++) {
                paths.add(path(post().expect(201)));
            }
            var slug = slug();

            var statuses =
                    Parallel.times(
                            8,
                            () -> admin.api().patch(paths.poll(), fields("slug", slug)).status());

            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }

        @Test
        @DisplayName("many times in parallel, and loses no change")
        void losesNothing() {
            var path = path(post("clientId", "us").expect(201));
            var turn = new AtomicInteger();
            List<Map<String, Object>> changes =
                    List.of(
                            fields("displayName", "B"),
                            fields("description", "B"),
                            fields("icon", "B"),
                            fields("scope", "B"),
                            fields("sortOrder", 9),
                            fields("enabled", false));

            Parallel.times(
                    6,
                    () -> admin.api().patch(path, changes.get(turn.getAndIncrement())).expect(200));

            var read = admin.api().get(path).expect(200);
            for (var field : List.of("displayName", "description", "icon", "scope")) {
                assertThat(read.text("provider." + field)).as(field).isEqualTo("B");
            }
            assertThat(read.get("provider.sortOrder").asInt()).isEqualTo(9);
            assertThat(read.get("provider.enabled").asBoolean()).isFalse();
        }

        @Test
        @DisplayName("that there is none of: 404")
        void needsProvider() {
            admin.api().patch(UNKNOWN, fields("icon", "x")).expectProblem(404, "NOT_FOUND");
            admin.api().get(UNKNOWN).expectProblem(404, "NOT_FOUND");
            admin.api().delete(UNKNOWN).expectProblem(404, "NOT_FOUND");
        }
    }

    @Nested
    @DisplayName("keeps a client secret")
    class Secrets {

        @Test
        @DisplayName("sealed, and never shows it")
        void staysSecret(TestDatabase database) {
            var first = secret();
            var second = secret();
            var created = post("clientSecret", first).expect(201);
            var path = path(created);

            var changed = admin.api().patch(path, fields("clientSecret", second)).expect(200);

            for (var answer :
                    List.of(created, changed, admin.api().get(path), admin.api().get(PROVIDERS))) {
                assertThat(answer.body()).doesNotContain(first, second, "clientSecret\"");
            }
            assertThat(changed.get("provider.hasClientSecret").asBoolean()).isTrue();
            assertThat(stored(database, created)).startsWith("v1.");
            assertThat(database.dump()).doesNotContain(first, second);
        }

        @Test
        @DisplayName("through every other change, until it is null")
        void staysUntilRemoved(TestDatabase database) {
            var created = post("clientSecret", secret()).expect(201);
            var before = stored(database, created);

            admin.api().patch(path(created), fields("icon", "x", "slug", slug())).expect(200);
            assertThat(stored(database, created)).isEqualTo(before);

            admin.api().patch(path(created), fields("clientSecret", null)).expect(200);
            assertThat(stored(database, created)).isEqualTo("null");
        }

        @Test
        @DisplayName("out of the answer that refuses it")
        void staysOutOfRefusals() {
            var secret = secret();

            var refused = post("clientSecret", secret + "\u00e4").expectInvalid("clientSecret");

            assertThat(refused.body()).doesNotContain(secret);
        }

        private String stored(TestDatabase database, Answer provider) {
            return database.rows(
                            "select client_secret from billing_provider where id = ?",
                            provider.text("provider.id"))
                    .get(0)
                    .get(0);
        }
    }

    @Nested
    @DisplayName("deletes one")
    class Deleting {

        @Test
        @DisplayName("for good, and its slug is free again")
        void isGone() {
            var slug = slug();
            var path = path(post("slug", slug).expect(201));

            admin.api().delete(path).expect(204);

            admin.api().get(path).expectProblem(404, "NOT_FOUND");
            admin.api().delete(path).expectProblem(404, "NOT_FOUND");
            post("slug", slug).expect(201);
        }

        @Test
        @DisplayName("once of several in parallel, the others being 404")
        void isOneInParallel() {
            var path = path(post().expect(201));

            var statuses = Parallel.times(8, () -> admin.api().delete(path).status());

            assertThat(statuses).containsOnly(204, 404).containsOnlyOnce(204);
        }

        @Test
        @DisplayName("while it is changed, and either comes first")
        void racesWithChanges() {
            var path = path(post().expect(201));
            var turn = new AtomicInteger();

            var statuses =
                    Parallel.times(
                            8,
                            () ->
                                    turn.getAndIncrement() == 3
                                            ? admin.api().delete(path).status()
                                            : admin.api()
                                                    .patch(path, fields("icon", slug()))
                                                    .status());

            assertThat(statuses).containsOnlyOnce(204);
            assertThat(statuses).isSubsetOf(200, 204, 404);
            admin.api().get(path).expect(404);
        }

        @Test
        @DisplayName("not as long as something refers to it: 409")
        void refusesUsed(TestDatabase database) {
            var created = post().expect(201);
            database.change(
                    """
                    create table use_of_provider (provider_id varchar(40) not null
                        references billing_provider (id))
                    """);
            try {
                database.change(
                        "insert into use_of_provider (provider_id) values (?)",
                        created.text("provider.id"));

                admin.api().delete(path(created)).expectProblem(409, "PROVIDER_IN_USE");
                admin.api().get(path(created)).expect(200);
            } finally {
                database.change("drop table use_of_provider");
            }
            admin.api().delete(path(created)).expect(204);
        }
    }

    @Nested
    @DisplayName("of those that are shipped")
    class Shipped {

        @Test
        @DisplayName("shows where they are by default, and keeps their slugs")
        void showsDefaults(Api api) {
            var sandbox = shipped("sandbox");

            assertThat(sandbox.get("shipped").asBoolean()).isTrue();
            assertThat(sandbox.get("exchange").asText()).isEqualTo("token");
            assertThat(sandbox.get("authUrl").asText())
                    .isEqualTo("http://localhost:%d/sandbox/sign-in", api.server().getPort());
            assertThat(sandbox.get("apiBase").asText())
                    .isEqualTo("http://127.0.0.1:%d/sandbox", api.server().getPort());
            assertThat(sandbox.get("revocationUrl").asText())
                    .isEqualTo("http://127.0.0.1:%d/sandbox/revoke", api.server().getPort());
            admin.api()
                    .patch(PROVIDERS + "/" + sandbox.get("id").asText(), fields("slug", slug()))
                    .expectInvalid("slug");
        }

        private JsonNode shipped(String slug) {
            var list = admin.api().get(PROVIDERS).expect(200);
            return list.get("providers").get(list.texts("providers", "slug").indexOf(slug));
        }
    }

    @Test
    @DisplayName("is told to the audit, field by field, without the client secret")
    void isAudited(TestDatabase database) {
        var secret = secret();
        var created = post("slug", slug(), "clientSecret", secret).expect(201);
        var path = path(created);
        admin.api().patch(path, fields("icon", "x", "sortOrder", 3)).expect(200);
        admin.api().patch(path, fields("icon", " x ", "sortOrder", 3)).expect(200);
        admin.api().patch(path, fields("clientSecret", secret())).expect(200);
        admin.api().patch(path, fields("clientSecret", null)).expect(200);
        admin.api().delete(path).expect(204);

        var entries =
                database.rows(
                        """
                        select action, actor_id, changes from audit_entry where target = ?
                        order by id
                        """,
                        created.text("provider.id"));

        assertThat(entries)
                .extracting(entry -> entry.get(0))
                .containsExactly(
                        "provider.created",
                        "provider.updated",
                        "provider.updated",
                        "provider.updated",
                        "provider.deleted");
        assertThat(entries).allMatch(entry -> entry.get(1).equals(admin.id()));
        assertThat(entries.get(0).get(2))
                .contains("\"apiBase\":{\"before\":null,\"after\":\"https://acme.example\"}")
                .contains("\"clientSecret\":{\"before\":null,\"after\":\"set\"}");
        assertThat(entries.get(1).get(2))
                .isEqualTo(
                        "{\"icon\":{\"before\":\"\",\"after\":\"x\"},"
                                + "\"sortOrder\":{\"before\":\"0\",\"after\":\"3\"}}");
        assertThat(entries.get(2).get(2))
                .isEqualTo("{\"clientSecret\":{\"before\":\"set\",\"after\":\"replaced\"}}");
        assertThat(entries.get(3).get(2))
                .isEqualTo("{\"clientSecret\":{\"before\":\"set\",\"after\":null}}");
        assertThat(entries.toString()).doesNotContain(secret, "v1.");
    }

    @Test
    @DisplayName("is for administrators' sessions alone")
    void isForAdministrators(Account anna, Api api) {
        api.get(PROVIDERS).expectProblem(401, "UNAUTHENTICATED");
        anna.api().get(PROVIDERS).expectProblem(403, "ROLE_REQUIRED");
        anna.api().post(PROVIDERS, aProvider()).expectProblem(403, "ROLE_REQUIRED");
        admin.issue("scopes", List.of("read", "write", "update", "delete"))
                .api()
                .post(PROVIDERS, aProvider())
                .expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
    }

    private Answer post(Object... fields) {
        return post(fields(fields));
    }

    private Answer post(Map<String, Object> fields) {
        var wish = aProvider();
        wish.putAll(fields);
        var answer = admin.api().post(PROVIDERS, wish);
        if (answer.status() == 201) {
            made.add(answer.text("provider.id"));
        }
        return answer;
    }

    private static Map<String, Object> aProvider() {
        return fields(
                "slug",
                slug(),
                "displayName",
                "Acme",
                "exchange",
                "token",
                "authUrl",
                "https://acme.example/in",
                "apiBase",
                "https://acme.example");
    }

    private static Map<String, Object> without(Map<String, Object> fields, String field) {
        fields.remove(field);
        return fields;
    }

    private static String path(Answer provider) {
        return PROVIDERS + "/" + provider.text("provider.id");
    }

    private static String slug() {
        return "t-" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String secret() {
        var secret = "client-secret-" + UUID.randomUUID();
        SeenSecrets.remember(secret);
        return secret;
    }
}
