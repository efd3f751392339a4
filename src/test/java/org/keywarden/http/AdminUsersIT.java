package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
@DisplayName("Administering users")
class AdminUsersIT {

    private static final String USERS = "/admin/users";
    private static final String GIVEN = "a password that was given";

    private Account admin;

    @BeforeEach
    void signIn(Accounts accounts) {
        admin = accounts.createAdministrator();
        SeenSecrets.remember(GIVEN);
    }

    @Nested
    @DisplayName("lists them")
    class Listing {

        @Test
        @DisplayName("by e-mail address, a page at a time")
        void pages() {
            var mark = hex();
            for (var name : List.of("c", "a", "b")) {
                create(name + "-" + mark + "@keywarden.test");
            }

            var first = admin.api().get(USERS + "?pageSize=2&q=" + mark).expect(200);
            var second = admin.api().get(USERS + "?pageSize=2&page=2&q=" + mark).expect(200);

            assertThat(first.json().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("users", "page", "pageSize", "total", "totalPages");
            assertThat(first.get("users").get(0).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "id", "email", "name", "role", "suspended", "createdAt");
            assertThat(first.texts("users", "email"))
                    .containsExactly(
                            "a-" + mark + "@keywarden.test", "b-" + mark + "@keywarden.test");
            assertThat(second.texts("users", "email"))
                    .containsExactly("c-" + mark + "@keywarden.test");
            assertThat(List.of(second.text("total"), second.text("totalPages")))
                    .containsExactly("3", "2");
        }

        @Test
        @DisplayName(
                "by a part of e-mail address or name, in any case, every character being plain")
        void filters() {
            var mark = hex();
            var id = create(mark + "@keywarden.test", "name", "100%_\\ Ada! " + mark);

            for (var q :
                    List.of(
                            mark.toUpperCase(Locale.ROOT),
                            "100%25_%5C%20ADA!%20" + mark,
                            "%20" + mark + "%40KEYWARDEN%20")) {
                assertThat(found(q)).as(q).containsExactly(id);
            }
            for (var q : List.of("1%25" + mark, mark.replaceFirst(".$", "_"), mark + "%5C")) {
                assertThat(found(q)).as(q).isEmpty();
            }
            assertThat(admin.api().get(USERS + "?q=%20").expect(200).get("total").asInt())
                    .isGreaterThan(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"page=0", "page=x", "pageSize=101", "pageSize=-1", "q=a%00b"})
        @DisplayName("not for a bad parameter: 400")
        void refusesBadParameters(String query) {
            admin.api()
                    .get(USERS + "?" + query)
                    .expectInvalid(query.substring(0, query.indexOf('=')));
        }

        @Test
        @DisplayName("emptily beyond the last page")
        void endsSomewhere() {
            var answer = admin.api().get(USERS + "?page=2147483647").expect(200);

            assertThat(answer.get("users")).isEmpty();
        }

        private List<String> found(String q) {
            return admin.api().get(USERS + "?q=" + q).expect(200).texts("users", "id");
        }
    }

    @Nested
    @DisplayName("creates one")
    class Creating {

        @Test
        @DisplayName("with a temporary password, shown once, that signs in")
        void makesTemporaryPassword(Api api) {
            var email = "Ada." + hex() + "@Keywarden.test";

            var answer = post("email", "  " + email + " ", "name", "  ").expect(201);

            assertThat(answer.json().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("user", "temporaryPassword");
            assertThat(answer.text("user.email")).isEqualTo(email);
            assertThat(answer.get("user.name").isNull()).isTrue();
            assertThat(answer.text("user.role")).isEqualTo("DEVELOPER");
            assertThat(answer.get("user.suspended").asBoolean()).isFalse();
            assertThat(answer.header("Location")).endsWith(USERS + "/" + answer.text("user.id"));
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            var password = answer.text("temporaryPassword");
            assertThat(password).hasSizeGreaterThanOrEqualTo(20);
            login(api, email.toLowerCase(Locale.ROOT), password).expect(200);
        }

        @Test
        @DisplayName("with the password, name and role that were given")
        void takesWhatIsGiven(Api api) {
            var email = hex() + "@localhost";

            var answer =
                    post("email", email, "name", " Ada ", "role", "ADMIN", "password", GIVEN)
                            .expect(201);

            assertThat(answer.has("temporaryPassword")).isFalse();
            assertThat(answer.text("user.name")).isEqualTo("Ada");
            assertThat(login(api, email, GIVEN).expect(200).text("user.role")).isEqualTo("ADMIN");
        }

        @Test
        @DisplayName("not twice: 409 in any case of the address")
        void refusesTaken() {
            var email = hex() + "@keywarden.test";
            create(email);

            post("email", email.toUpperCase(Locale.ROOT)).expectProblem(409, "EMAIL_TAKEN");
            post("email", admin.email()).expectProblem(409, "EMAIL_TAKEN");
        }

        @Test
        @DisplayName("once of several in parallel, the others being 409")
        void isOneInParallel() {
            var email = hex() + "@keywarden.test";
            var count = new AtomicInteger();

            var answers =
                    Parallel.times(
                            4,
                            () ->
                                    post(
                                            "email",
                                            count.incrementAndGet() % 2 == 0
                                                    ? email
                                                    : email.toUpperCase(Locale.ROOT),
                                            "password",
                                            GIVEN));

            assertThat(answers)
                    .extracting(Answer::status)
                    .containsExactlyInAnyOrder(201, 409, 409, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> answer.expectProblem(409, "EMAIL_TAKEN"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"email\":null}",
                    "{\"email\":1}",
                    "{\"email\":\"\"}",
                    "{\"email\":\"ada\"}",
                    "{\"email\":\"a@b@c\"}",
                    "{\"email\":\"a b@c\"}",
                    "{\"email\":\"a\\u0000@c\"}",
                    "{\"email\":\"a@b\\ud83d\"}",
                    "{\"email\":\"a@b\",\"role\":\"admin\"}",
                    "{\"email\":\"a@b\",\"role\":\"\"}",
                    "{\"email\":\"a@b\",\"role\":1}",
                    "{\"email\":\"a@b\",\"name\":\"a\\u0007b\"}",
                    "{\"email\":\"a@b\",\"name\":[]}",
                    "{\"email\":\"a@b\",\"password\":\"too short\"}",
                    "{\"email\":\"a@b\",\"password\":\"\"}",
                    "{\"email\":\"a@b\",\"password\":\"with a \\u0000 character\"}"
                })
        @DisplayName("not from a body that is not acceptable: 400")
        void refusesBadBodies(String body) {
            admin.api().post(USERS, body).expectProblem(400, "VALIDATION_FAILED");
        }

        @Test
        @DisplayName("with 254 characters of address and 100 of name at most")
        void countsCharacters() {
            var mark = hex();
            post(
                            "email",
                            mark + "x".repeat(254 - 32 - 2) + "@b",
                            "name",
                            "\ud83d\ude00".repeat(100))
                    .expect(201);

            post("email", mark + "x".repeat(254 - 32 - 1) + "@b").expectInvalid("email");
            post("email", mark + "@c", "name", "x".repeat(101)).expectInvalid("name");
            post("email", mark + "\u0130".repeat(200) + "@b").expectInvalid("email");
        }
    }

    @Nested
    @DisplayName("changes one")
    class Changing {

        @Test
        @DisplayName("by what is named, and leaves the rest")
        void changesWhatIsNamed(Account anna) {
            var named = patch(anna, "name", " Anna ").expect(200);
            var appointed = patch(anna, "role", "ADMIN").expect(200);
            var cleared = patch(anna, "name", null, "suspended", false).expect(200);

            assertThat(named.text("user.name")).isEqualTo("Anna");
            assertThat(named.text("user.role")).isEqualTo("DEVELOPER");
            assertThat(appointed.text("user.name")).isEqualTo("Anna");
            assertThat(appointed.text("user.role")).isEqualTo("ADMIN");
            assertThat(cleared.get("user.name").isNull()).isTrue();
            assertThat(cleared.text("user.role")).isEqualTo("ADMIN");
        }

        @Test
        @DisplayName("and its role counts at once, for sessions and keys alike")
        void bindsRoleAtOnce(Account anna, Account ben) {
            var key = anna.issue();
            var foreign = ben.issue();
            anna.api().get(USERS).expectProblem(403, "ROLE_REQUIRED");
            assertThat(verify(key.api(), foreign.raw())).isEqualTo("NOT_FOUND");

            patch(anna, "role", "ADMIN").expect(200);

            anna.api().get(USERS).expect(200);
            assertThat(anna.api().get("/auth/me").text("user.role")).isEqualTo("ADMIN");
            assertThat(key.api().get("/auth/me").text("user.role")).isEqualTo("ADMIN");
            assertThat(verify(key.api(), foreign.raw())).isEqualTo("VALID");

            patch(anna, "role", "DEVELOPER").expect(200);

            anna.api().get(USERS).expectProblem(403, "ROLE_REQUIRED");
            assertThat(verify(key.api(), foreign.raw())).isEqualTo("NOT_FOUND");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    "null",
                    "{\"email\":\"a@b\"}",
                    "{\"role\":null}",
                    "{\"suspended\":null}",
                    "{\"role\":\"OWNER\"}",
                    "{\"role\":\"\"}",
                    "{\"suspended\":\"true\"}",
                    "{\"suspended\":1}",
                    "{\"suspended\":\"\"}",
                    "{\"name\":1}",
                    "{\"name\":\"a\\u0000b\"}"
                })
        @DisplayName("not from a body that is not acceptable: 400")
        void refusesBadBodies(String body, Account anna) {
            admin.api()
                    .patch(USERS + "/" + anna.id(), body)
                    .expectProblem(400, "VALIDATION_FAILED");
        }

        @Test
        @DisplayName("and tells the audit what changed, and nothing if nothing did")
        void isAudited(Account anna, TestDatabase database) {
            patch(anna, "name", "Anna", "suspended", true).expect(200);
            patch(anna, "name", "Anna", "suspended", true).expect(200);
            patch(anna, "suspended", false).expect(200);

            assertThat(
                            database.rows(
                                    "select action, actor_id, changes from audit_entry where target"
                                            + " = ? order by id",
                                    anna.id()))
                    .containsExactly(
                            List.of(
                                    "account.updated",
                                    admin.id(),
                                    "{\"name\":{\"before\":null,\"after\":\"Anna\"}}"),
                            List.of(
                                    "account.suspended",
                                    admin.id(),
                                    "{\"suspended\":{\"before\":false,\"after\":true}}"),
                            List.of(
                                    "account.resumed",
                                    admin.id(),
                                    "{\"suspended\":{\"before\":true,\"after\":false}}"));
        }

        private static String verify(Api key, String raw) {
            return key.post("/keys/verify", fields("key", raw)).expect(200).text("code");
        }
    }

    @Nested
    @DisplayName("resets a password")
    class Resetting {

        @Test
        @DisplayName("to a temporary one, and ends the user's sessions")
        void endsSessions(Account anna, Api api) {
            anna.api().get("/auth/me").expect(200);
            var key = anna.issue().api();

            var answer = reset(anna.id()).expect(200);

            assertThat(answer.json().fieldNames())
                    .toIterable()
                    .containsExactly("temporaryPassword");
            anna.api().get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
            key.get("/auth/me").expect(200);
            login(api, anna.email(), anna.password()).expectProblem(401, "INVALID_CREDENTIALS");
            login(api, anna.email(), answer.text("temporaryPassword")).expect(200);
        }

        @Test
        @DisplayName("and ends a lock")
        void endsLock(Account anna, Api api) {
            for (int i = 0; i < 5; i++) {
                login(api, anna.email(), "not this one").expect(401);
            }

            var password = reset(anna.id()).expect(200).text("temporaryPassword");

            login(api, anna.email(), password).expect(200);
        }

        @Test
        @DisplayName("and the audit knows who did, but no password")
        void isAudited(Account anna, TestDatabase database) {
            var password = reset(anna.id()).expect(200).text("temporaryPassword");

            assertThat(
                            database.rows(
                                    "select action, actor_id, changes from audit_entry where owner_id"
                                            + " = ? and actor_id <> owner_id order by id",
                                    anna.id()))
                    .containsExactlyInAnyOrder(
                            List.of("account.password-reset", admin.id(), "{}"),
                            List.of("session.ended", admin.id(), "{}"));
            assertThat(database.dump()).doesNotContain(password);
        }
    }

    @Nested
    @DisplayName("keeps the last administrator")
    class LastAdministrator {

        @Test
        @DisplayName("from being demoted or suspended, by themselves too: 409")
        void isKept(TestDatabase database) {
            alone(
                    database,
                    List.of(admin),
                    () -> {
                        patch(admin, "role", "DEVELOPER").expectProblem(409, "LAST_ADMINISTRATOR");
                        patch(admin, "suspended", true).expectProblem(409, "LAST_ADMINISTRATOR");
                        patch(admin, "name", "Last", "role", "ADMIN", "suspended", false)
                                .expect(200);
                    });
        }

        @Test
        @DisplayName("since a suspended one does not count")
        void ignoresSuspended(Accounts accounts, TestDatabase database) {
            var other = accounts.createAdministrator();
            alone(
                    database,
                    List.of(admin, other),
                    () -> {
                        patch(other, "suspended", true).expect(200);
                        patch(admin, "suspended", true).expectProblem(409, "LAST_ADMINISTRATOR");
                        patch(other, "role", "DEVELOPER").expect(200);
                    });
        }

        @RepeatedTest(5)
        @DisplayName("when two demote each other in parallel: one stays")
        void survivesMutualDemotion(Accounts accounts, TestDatabase database) {
            var other = accounts.createAdministrator();
            admin.api().get(USERS).expect(200);
            other.api().get(USERS).expect(200);
            var first = new AtomicInteger();

            alone(
                    database,
                    List.of(admin, other),
                    () -> {
                        var statuses =
                                Parallel.times(
                                        2,
                                        () ->
                                                first.getAndIncrement() == 0
                                                        ? demote(admin, other).status()
                                                        : demote(other, admin).status());

                        assertThat(statuses).containsOnlyOnce(200);
                        assertThat(statuses).containsAnyOf(403, 409);
                        assertThat(
                                        database.count(
                                                "select count(*) from account where role = 'ADMIN'"
                                                        + " and id in (?, ?)",
                                                admin.id(),
                                                other.id()))
                                .isEqualTo(1);
                    });
        }

        private static Answer demote(Account by, Account whom) {
            return by.api().patch(USERS + "/" + whom.id(), fields("role", "DEVELOPER"));
        }

        /** Does something while nobody else is an administrator. */
        private static void alone(TestDatabase database, List<Account> admins, Runnable test) {
            var all = database.rows("select id from account where role = 'ADMIN'");
            for (var row : all) {
                var stays = admins.stream().anyMatch(admin -> admin.id().equals(row.get(0)));
                setRole(database, row.get(0), stays ? "ADMIN" : "DEVELOPER");
            }
            try {
                test.run();
            } finally {
                all.forEach(row -> setRole(database, row.get(0), "ADMIN"));
            }
        }

        private static void setRole(TestDatabase database, String id, String role) {
            database.change("update account set role = ? where id = ?", role, id);
        }
    }

    @Nested
    @DisplayName("is refused")
    class Refused {

        @Test
        @DisplayName("without a session 401, to developers and keys 403")
        void toOthers(Account anna, Api api) {
            var key = admin.issue("scopes", List.of("read", "write", "update", "delete")).api();

            for (var call : calls(anna.id())) {
                call.by(api).expectProblem(401, "UNAUTHENTICATED");
                call.by(anna.api()).expectProblem(403, "ROLE_REQUIRED");
                call.by(key).expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
            }
        }

        @Test
        @DisplayName("for an unknown id: 404")
        void forUnknown() {
            for (var id : List.of("usr_" + hex(), "key_" + hex(), "x", "%20")) {
                admin.api()
                        .patch(USERS + "/" + id, fields("name", "x"))
                        .expectProblem(404, "NOT_FOUND");
                reset(id).expectProblem(404, "NOT_FOUND");
            }
        }

        private static List<Call> calls(String id) {
            return List.of(
                    new Call("GET", USERS),
                    new Call("POST", USERS),
                    new Call("PATCH", USERS + "/" + id),
                    new Call("POST", USERS + "/" + id + "/reset-password"));
        }

        record Call(String method, String path) {
            Answer by(Api api) {
                return method.equals("GET")
                        ? api.send(method, path)
                        : api.sendJson(method, path, "{\"name\":\"x\"}");
            }
        }
    }

    private Answer post(Object... fields) {
        return admin.api().post(USERS, fields(fields));
    }

    private String create(String email, Object... others) {
        var body = fields(others);
        body.put("email", email);
        body.put("password", GIVEN);
        return admin.api().post(USERS, body).expect(201).text("user.id");
    }

    private Answer patch(Account account, Object... fields) {
        return admin.api().patch(USERS + "/" + account.id(), fields(fields));
    }

    private Answer reset(String id) {
        return admin.api().post(USERS + "/" + id + "/reset-password");
    }

    private static Answer login(Api api, String email, String password) {
        return api.post("/auth/login", fields("email", email, "password", password));
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
