package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("Access")
class AccessIT {

    private static final List<String> SCOPES = List.of("read", "write", "update", "delete");
    private static final String REALM = "Bearer realm=\"keywarden\"";
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Nested
    @DisplayName("without a credential")
    class Anonymous {

        @ParameterizedTest
        @CsvSource({
            "GET, /developer/keys",
            "HEAD, /developer/keys",
            "POST, /developer/keys",
            "GET, /developer/keys/key_1",
            "PATCH, /developer/keys/key_1",
            "DELETE, /developer/keys/key_1",
            "POST, /developer/keys/key_1/disable",
            "POST, /developer/keys/key_1/enable",
            "POST, /developer/keys/key_1/rotate",
            "GET, /developer/projects",
            "POST, /developer/projects",
            "GET, /developer/projects/prj_1",
            "PATCH, /developer/projects/prj_1",
            "DELETE, /developer/projects/prj_1",
            "POST, /developer/projects/prj_1/set-default",
            "POST, /developer/projects/clear-default",
            "POST, /keys/verify",
            "POST, /auth/logout",
            "GET, /auth/me",
            "GET, /no/such/path",
            "POST, /no/such/path",
            "PUT, /developer/keys",
            "GET, /",
        })
        @DisplayName("is refused everywhere, also on paths that do not exist")
        void isRefused(String method, String path, Api api) {
            var answer = api.send(method, path).expect(401);

            assertThat(answer.header("WWW-Authenticate")).isEqualTo(REALM);
        }

        @Test
        @DisplayName("is refused before a body is read")
        void comesBeforeBody(Api api) {
            api.sendJson("POST", "/developer/keys", "{").expectProblem(401, "UNAUTHENTICATED");
            api.sendJson("POST", "/keys/verify", "x".repeat(2_000_000))
                    .expectProblem(401, "UNAUTHENTICATED");
        }
    }

    @Nested
    @DisplayName("with a credential")
    class Credentials {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Bearer nonsense",
                    "Bearer kw_0123456789abcdef_0000000000000000000000000000000000000000000000000",
                    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.",
                    "Bearer",
                    "Bearer ",
                    "Basic YTpi",
                    "nonsense",
                    "",
                    "Bearer a b",
                    "Bearer \u00e4"
                })
        @DisplayName("that is bad is refused everywhere, never taken for none")
        void refusesBad(String authorization, Api api) {
            var bad = api.with("Authorization", authorization);

            for (var path : List.of("/auth/me", "/no/such/path")) {
                var answer = bad.get(path).expectProblem(401, "UNAUTHENTICATED");
                assertThat(answer.header("WWW-Authenticate"))
                        .isEqualTo(REALM + ", error=\"invalid_token\"");
            }
            bad.post("/auth/login", fields("email", "a@b", "password", "c"))
                    .expectProblem(401, "UNAUTHENTICATED");
        }

        @Test
        @DisplayName("that is huge, or sent twice, is bad as well")
        void refusesHugeAndTwice(Account anna, Api api) {
            var bearer = "Bearer " + anna.token();

            for (var path : List.of("/auth/me", "/no/such/path")) {
                api.as("a".repeat(10 * 1024)).get(path).expectProblem(401, "UNAUTHENTICATED");
                api.with("X-API-Key", "a".repeat(10 * 1024)).get(path).expect(401);
                api.with("Authorization", bearer)
                        .with("Authorization", bearer)
                        .get(path)
                        .expectProblem(401, "UNAUTHENTICATED");
            }
        }

        @Test
        @DisplayName("as X-API-Key works like a bearer, and for keys of no other kind of sender")
        void takesHeader(Account anna, Api api) {
            var key = anna.issue();

            assertThat(api.with("X-API-Key", key.raw()).get("/auth/me").expect(200).text("keyId"))
                    .isEqualTo(key.id());
            api.with("X-API-Key", "nonsense").get("/auth/me").expect(401);
        }

        @Test
        @DisplayName("takes the scheme in any case")
        void ignoresCase(Account anna, Api api) {
            api.with("Authorization", "bEARER " + anna.token()).get("/auth/me").expect(200);
        }

        @Test
        @DisplayName("in the URL is never read")
        void ignoresUrl(Account anna, Api api) {
            var raw = anna.issue().raw();

            api.get("/auth/me?api_key=" + raw + "&access_token=" + anna.token()).expect(401);
        }

        @Test
        @DisplayName("in both headers is a conflict, good or bad, on every path")
        void refusesBoth(Account anna, Api api) {
            var raw = anna.issue().raw();
            var pairs =
                    List.of(
                            List.of("Bearer " + raw, raw),
                            List.of("Bearer " + anna.token(), "bad"),
                            List.of("bad", "bad"));

            for (var pair : pairs) {
                var both = api.with("Authorization", pair.get(0)).with("X-API-Key", pair.get(1));
                for (var path : List.of("/auth/me", "/no/such/path")) {
                    both.get(path).expectProblem(400, "CREDENTIALS_CONFLICT");
                }
                both.post("/auth/login", "{}").expectProblem(400, "CREDENTIALS_CONFLICT");
            }
        }

        @Test
        @DisplayName("learns that a path does not exist, and which methods one has")
        void seesRouting(Account anna) {
            for (var api : List.of(anna.api(), anna.issue().api())) {
                api.get("/no/such/path").expectProblem(404, "NOT_FOUND");
                var answer = api.send("PUT", "/developer/keys");
                answer.expectProblem(405, "METHOD_NOT_ALLOWED");
                assertThat(answer.header("Allow")).contains("GET", "POST").doesNotContain("PUT");
            }
        }

        @Test
        @DisplayName("of a suspended account is refused, before its type and scopes are judged")
        void refusesSuspended(Account anna, Accounts accounts) {
            var key = anna.issue();
            accounts.suspend(anna);

            key.api().get("/developer/keys").expectProblem(403, "ACCOUNT_SUSPENDED");
            key.api().post("/developer/projects", "{").expectProblem(403, "ACCOUNT_SUSPENDED");
            key.api().get("/no/such/path").expectProblem(404, "NOT_FOUND");
        }
    }

    @Nested
    @DisplayName("with an API key")
    class Keys {

        @ParameterizedTest
        @CsvSource({
            "GET, /developer/keys",
            "HEAD, /developer/keys",
            "POST, /developer/keys",
            "GET, /developer/keys/key_" + ID,
            "PATCH, /developer/keys/key_" + ID,
            "DELETE, /developer/keys/key_" + ID,
            "POST, /developer/keys/key_" + ID + "/disable",
            "POST, /developer/keys/key_" + ID + "/enable",
            "POST, /developer/keys/key_" + ID + "/rotate",
            "POST, /auth/login",
            "POST, /auth/logout",
        })
        @DisplayName("is refused by its type where sessions only may go, whatever its scopes")
        void isRefusedByType(String method, String path, Account anna) {
            var all = anna.issue("scopes", SCOPES);
            var one = anna.issue("scopes", List.of("delete"));

            for (var key : List.of(all, one)) {
                var hasBody = method.startsWith("P");
                var answer =
                        hasBody
                                ? key.api().sendJson(method, path, "{")
                                : key.api().send(method, path);
                answer.expect(403);
                if (!method.equals("HEAD")) {
                    answer.expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
                    assertThat(answer.text("providedTokenType")).isEqualTo("api_key");
                    assertThat(answer.texts("allowedTokenTypes")).containsExactly("session_token");
                }
            }
        }

        @ParameterizedTest
        @MethodSource("org.keywarden.http.AccessIT#scopeSets")
        @DisplayName("does on projects what its scopes name, and nothing else")
        void doesWhatScopesName(List<String> scopes, Account anna) {
            var key = anna.issue("scopes", scopes).api();
            var path = "/developer/projects/" + anna.createProject("P");
            var name = fields("name", "Q");

            allowed(scopes, "read", key.get("/developer/projects"), 200);
            allowed(scopes, "read", key.get(path), 200);
            allowed(scopes, "write", key.post("/developer/projects", fields("name", "N")), 201);
            allowed(scopes, "update", key.patch(path, name), 200);
            allowed(scopes, "update", key.post(path + "/set-default"), 200);
            allowed(scopes, "update", key.post("/developer/projects/clear-default"), 204);
            allowed(scopes, "delete", key.delete(path), 204);
            var head = key.send("HEAD", "/developer/projects");
            assertThat(head.status()).isEqualTo(scopes.contains("read") ? 200 : 403);
        }

        @Test
        @DisplayName("without the scope is refused before the body is read")
        void comesBeforeBody(Account anna) {
            var key = anna.issue("scopes", List.of("read")).api();

            key.sendJson("POST", "/developer/projects", "{")
                    .expectProblem(403, "INSUFFICIENT_SCOPE");
        }

        @Test
        @DisplayName("of somebody else sees none of the projects")
        void seesOwnOnly(Account anna, Account ben) {
            var project = ben.createProject("Ben's");
            var key = anna.issue("scopes", SCOPES).api();

            key.get("/developer/projects/" + project).expectProblem(404, "NOT_FOUND");
            key.delete("/developer/projects/" + project).expectProblem(404, "NOT_FOUND");
        }

        private static void allowed(
                List<String> scopes, String needed, Answer answer, int success) {
            if (scopes.contains(needed)) {
                answer.expect(success);
                return;
            }
            answer.expectProblem(403, "INSUFFICIENT_SCOPE");
            assertThat(answer.text("requiredScope")).isEqualTo(needed);
            assertThat(answer.texts("grantedScopes")).containsExactlyInAnyOrderElementsOf(scopes);
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo(REALM + ", error=\"insufficient_scope\", scope=\"" + needed + "\"");
        }
    }

    @Nested
    @DisplayName("with OPTIONS or HEAD")
    class OtherMethods {

        @Test
        @DisplayName("answers 204 with Allow to anybody, credentials unread")
        void answersOptions(Api api) {
            var callers =
                    List.of(
                            api,
                            api.as("bad"),
                            api.with("Authorization", "x").with("X-API-Key", "y"));

            for (var caller : callers) {
                var keys = caller.send("OPTIONS", "/developer/keys").expect(204);
                assertThat(keys.header("Allow").split(", ", -1))
                        .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
                var key = caller.send("OPTIONS", "/developer/keys/key_1").expect(204);
                assertThat(key.header("Allow").split(", ", -1))
                        .containsExactlyInAnyOrder("GET", "HEAD", "PATCH", "DELETE", "OPTIONS");
            }
        }

        @Test
        @DisplayName("allows no other origin")
        void hasNoCors(Account anna) {
            var answer = anna.api().with("Origin", "https://evil.test").get("/developer/projects");

            assertThat(answer.expect(200).header("Access-Control-Allow-Origin")).isEmpty();
        }

        @Test
        @DisplayName("answers HEAD like GET without the body")
        void answersHead(Account anna) {
            var head = anna.api().send("HEAD", "/developer/keys").expect(200);

            assertThat(head.body()).isEmpty();
            assertThat(head.header("Content-Type")).startsWith("application/json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PROPFIND", "LOCK", "FOO"})
        @DisplayName("refuses any other method")
        void refusesOthers(String method, Account anna) {
            var answer = anna.api().send(method, "/developer/projects");

            answer.expectProblem(405, "METHOD_NOT_ALLOWED");
        }
    }

    /** Every set of scopes that a key can have. */
    static Stream<List<String>> scopeSets() {
        return IntStream.range(1, 16)
                .mapToObj(
                        bits -> {
                            var set = new ArrayList<String>();
                            for (int i = 0; i < SCOPES.size(); i++) {
                                if ((bits >> i & 1) == 1) {
                                    set.add(SCOPES.get(i));
                                }
                            }
                            return List.copyOf(set);
                        });
    }
}
