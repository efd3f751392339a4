package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("A browser's session")
class BrowserSessionsIT {

    @Test
    @DisplayName("may read with its cookie alone")
    void reads(Account anna, Api api) {
        var browser = browser(api, anna);

        assertThat(browser.get("/auth/me").expect(200).text("tokenType"))
                .isEqualTo("session_token");
        browser.send("HEAD", "/auth/me").expect(200);
        browser.get("/developer/keys").expect(200);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("changes nothing without the token of its pages, before any route is looked for")
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void needsToken(String method, Account anna, Api api) {
        var browser = browser(api, anna);

        for (var path : List.of("/developer/projects", "/no/such/path", "/auth/login")) {
            for (var token : List.of("", "wrong", token(browser) + "x", token(browser) + " x")) {
                browser.with("X-CSRF-Token", token)
                        .sendJson(method, path, "{")
                        .expectProblem(403, "CSRF_INVALID");
            }
            browser.sendJson(method, path, "{").expectProblem(403, "CSRF_INVALID");
        }
    }

    @Test
    @DisplayName("changes what it may with the token of its pages")
    void changes(Account anna, Api api) {
        var browser = browser(api, anna);
        var page = browser.with("X-CSRF-Token", token(browser));

        var path =
                "/developer/projects/"
                        + page.post("/developer/projects", fields("name", "P"))
                                .expect(201)
                                .text("project.id");
        page.patch(path, fields("name", "Q")).expect(200);
        page.delete(path).expect(204);
        page.send("PUT", "/developer/projects").expect(405);
    }

    @Test
    @DisplayName("takes no other session's token, not even of the same user")
    void takesItsOwnTokenOnly(Account anna, Account ben, Api api) {
        var again =
                api.post("/auth/login", fields("email", anna.email(), "password", anna.password()));
        var others =
                List.of(
                        token(browser(api, ben)),
                        token(api.with("Cookie", "keywarden=" + again.text("token"))));

        for (var token : others) {
            browser(api, anna)
                    .with("X-CSRF-Token", token)
                    .post("/developer/projects", fields("name", "P"))
                    .expectProblem(403, "CSRF_INVALID");
        }
    }

    @Test
    @DisplayName("loses to a header, good or bad, which needs no such token")
    void losesToHeaders(Account anna, Account ben, Api api) {
        var browser = browser(api, anna);

        assertThat(browser.as(ben.token()).get("/auth/me").text("user.id")).isEqualTo(ben.id());
        browser.as(ben.token()).post("/developer/projects", fields("name", "P")).expect(201);
        browser.with("X-API-Key", ben.issue().raw()).get("/auth/me").expect(200);
        browser.as("nonsense").get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
        browser.with("X-API-Key", "nonsense").get("/no/such").expectProblem(401, "UNAUTHENTICATED");
        browser.with("Authorization", "").get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("that has ended counts as no credential, and so does any other cookie")
    void countsAsNoneOnceEnded(Account anna, Api api) {
        var key = anna.issue().raw();
        anna.api().post("/auth/logout").expect(204);

        for (var value : List.of(anna.token(), "", "nonsense", "eyJ.a.b", key)) {
            var stale = api.with("Cookie", "keywarden=" + value);
            var refusal = stale.get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
            assertThat(refusal.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"keywarden\"");
            // anonymous routes are open to it, and no token is asked for
            stale.post("/auth/login", "{}").expectProblem(400, "VALIDATION_FAILED");
        }
    }

    @Test
    @DisplayName("is none if there are two of them")
    void isNoneOfTwo(Account anna, Account ben, Api api) {
        api.with("Cookie", "keywarden=" + anna.token() + "; keywarden=" + ben.token())
                .get("/auth/me")
                .expect(401);
    }

    @Test
    @DisplayName("tells its token to no key, and to nobody without a credential")
    void tellsItsTokenToPages(Account anna, Api api) {
        anna.issue().api().get("/auth/csrf").expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        api.get("/auth/csrf").expect(401);
        assertThat(browser(api, anna).get("/auth/csrf").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    private static Api browser(Api api, Account account) {
        return api.with("Cookie", "other=1; keywarden=" + account.token());
    }

    private static String token(Api browser) {
        return browser.get("/auth/csrf").expect(200).text("token");
    }
}
