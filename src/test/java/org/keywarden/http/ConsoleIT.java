package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("A page of the console")
class ConsoleIT {

    /** All of them but that of one key; whoever adds a page adds it here. */
    static final List<String> PAGES =
            List.of(
                    "/console/overview",
                    "/console/keys",
                    "/console/projects",
                    "/console/providers",
                    "/console/audit",
                    "/console/routes",
                    "/console/users",
                    "/console/profile");

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']{16,})'");

    @ParameterizedTest(name = "{0}")
    @DisplayName("sends whoever is not signed in to sign in, and back with the filters")
    @FieldSource("PAGES")
    void leadsToSignIn(String path, Account anna, Api api) {
        var key = anna.issue().raw();

        for (var client :
                List.of(
                        api,
                        api.with("X-API-Key", key),
                        api.as(key),
                        api.as(anna.token()),
                        api.with("Cookie", "keywarden=" + key),
                        api.with("Cookie", "keywarden=nonsense"))) {
            for (var method : List.of("GET", "HEAD")) {
                var answer = send(client, method, path + "?page=2&text=a%20b").expect(303);
                var to = URLEncoder.encode(path + "?page=2&text=a%20b", StandardCharsets.UTF_8);
                assertThat(answer.header("Location")).isEqualTo("/sign-in?to=" + to);
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.headersOf("Set-Cookie")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console", "/console/"})
    @DisplayName("is the overview where people begin, on the host that they asked")
    void beginsAtOverview(String start, Account anna, Api api) {
        var answer = browser(api, anna).getOutside(start).expect(303);

        assertThat(answer.header("Location")).isEqualTo("/console/overview");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("tells a script that nobody is signed in, and does nothing for it")
    @FieldSource("PAGES")
    void tellsScripts(String path, Api api) {
        var script = sameOrigin(api).with("Faces-Request", "partial/ajax");

        send(script, "POST", path).expectProblem(401, "UNAUTHENTICATED");
        send(script, "GET", path).expectProblem(401, "UNAUTHENTICATED");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("tells people whose session has ended that the form they sent was not read")
    @FieldSource("PAGES")
    void tellsPeople(String path, Api api) {
        var answer = send(people(sameOrigin(api)), "POST", path).expect(401);

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        var back = "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        assertThat(answer.body())
                .contains("Your session has ended", "href=\"" + back.replace("=", "&#x3D;") + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("shows itself to whoever is signed in, and begins no session of the server's")
    @FieldSource("PAGES")
    void showsItself(String path, Accounts accounts, Api api) {
        var browser = browser(api, accounts.createAdministrator());

        var page = send(browser, "GET", path).expect(200);
        var head = send(browser, "HEAD", path).expect(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<main").doesNotContain("jsessionid", "???");
        assertThat(head.body()).isEmpty();
        for (var answer : List.of(page, head)) {
            assertThat(answer.headersOf("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("has the browser trust and keep nothing, by a nonce that is never the same")
    @FieldSource("PAGES")
    void isStrict(String path, Accounts accounts, Api api) {
        var browser = browser(api, accounts.createAdministrator());
        var nonces = new HashSet<String>();

        for (int i = 0; i < 5; i++) {
            var page = send(browser, "GET", path).expect(200);
            nonces.add(nonce(page));
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.headers().map()).doesNotContainKey("strict-transport-security");
        }

        assertThat(nonces).hasSize(5);
    }

    /** The only one of its only policy; no script of the page goes without it, unless it is a file. */
    private static String nonce(Answer page) {
        assertThat(page.headersOf("Content-Security-Policy")).hasSize(1);
        var policy = page.header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "style-src 'self';")
                .doesNotContain("unsafe-", "*");
        var found = NONCE.matcher(policy).results().map(match -> match.group(1)).toList();
        assertThat(found).hasSize(1);
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]*(?: src=| nonce=\"))")
                .doesNotContainPattern("<[^>]+ (?:on[a-z]+|style)=\"");
        return found.get(0);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("reads no form but its own")
    @FieldSource("PAGES")
    void readsNoForeignForm(String path, Accounts accounts, Api api) {
        var browser = people(browser(api, accounts.createAdministrator()));

        for (var foreign :
                List.of(
                        browser,
                        browser.with("Origin", "https://evil.test"),
                        browser.with("Origin", "null"),
                        browser.with("Sec-Fetch-Site", "cross-site"),
                        browser.with("Sec-Fetch-Site", "same-site"),
                        browser.with("Sec-Fetch-Site", "none"))) {
            for (var method : List.of("POST", "PUT", "DELETE")) {
                var answer = send(foreign, method, path).expect(403);
                assertThat(answer.body()).contains("You may not do this");
            }
        }
        send(sameOrigin(browser), "POST", path).expect(200);
        send(browser.with("Origin", origin(api)), "POST", path).expect(200);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is closed to a suspended account, and says so")
    @FieldSource("PAGES")
    void isClosedToSuspended(String path, Accounts accounts, Api api) {
        var ben = accounts.createAdministrator();
        var browser = people(browser(api, ben));
        accounts.suspend(ben);

        var answer =
                eventually(() -> send(browser, "GET", path), refusal -> refusal.status() != 200);

        assertThat(answer.expect(403).body()).contains("Your account is suspended");
        send(sameOrigin(browser), "POST", path).expect(403);
        send(browser.with("Faces-Request", "partial/ajax"), "GET", path)
                .expectProblem(403, "ACCOUNT_SUSPENDED");
    }

    @Test
    @DisplayName("that does not exist is missing to whoever is signed in, and tells nobody else")
    void isMissing(Account anna, Api api) {
        var browser = people(browser(api, anna));

        for (var path : List.of("/console/nothing", "/console/projects/nothing")) {
            assertThat(send(browser, "GET", path).expect(404).body()).contains("There is nothing");
            send(api, "GET", path).expect(303);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("has no other address, such as one that its links would make another host's")
    @ValueSource(
            strings = {
                "//console/audit",
                "//evil.test/x%2f..%2f..%2fconsole/audit",
                "//evil.test/x/%2e%2e/%2e%2e/console/audit",
                "/./console/audit",
                "/%63onsole/audit",
                "/console/audit.xhtml;x=y"
            })
    void hasNoOtherAddress(String path, Account anna, Api api) {
        var answer = send(people(browser(api, anna)), "GET", path).expect(404);

        assertThat(answer.body()).contains("There is nothing").doesNotContain("evil", "%63");
        assertThat(send(api, "GET", path).header("Location")).isEqualTo("/sign-in?to=%2F");
    }

    @Test
    @DisplayName("keeps a session alive at the price of one small request")
    void staysAlive(Account anna, Api api) {
        var answer = send(browser(api, anna), "GET", "/console/stay").expect(204);

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        send(api, "GET", "/console/stay").expect(303);
    }

    private static Answer send(Api client, String method, String path) {
        return method.equals("POST")
                ? client.postForm(path, fields("jakarta.faces.ViewState", "stateless"))
                : client.sendOutside(method, path, BodyPublishers.noBody());
    }

    private static Api browser(Api api, Account account) {
        return api.with("Cookie", "keywarden=" + account.token());
    }

    private static Api people(Api api) {
        return api.with("Accept", "text/html");
    }

    private static Api sameOrigin(Api api) {
        return api.with("Sec-Fetch-Site", "same-origin");
    }

    private static String origin(Api api) {
        return "http://" + api.server().getAuthority();
    }
}
