package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("A request that pretends to be a form of a page")
class ForgedFormsIT {

    private static final String PROJECTS = "/console/projects";
    private static final String SIGN_IN = "/sign-in";

    @ParameterizedTest(name = "{0}")
    @DisplayName("creates nothing if it is a link")
    @ValueSource(strings = {"GET", "HEAD"})
    void createsNothing(String method, Account anna, Api api) {
        var browser = browser(api, anna);
        var form = form("createForm", "createForm:name", "by a link");

        browser.sendOutside(method, PROJECTS + query(form), BodyPublishers.noBody()).expect(200);
        browser.sendOutside(method, PROJECTS + query(byScript(form)), BodyPublishers.noBody())
                .expect(200);

        assertThat(anna.api().get("/developer/projects").body()).doesNotContain("by a link");
        ownForm(browser).postForm(PROJECTS, form).expect(200);
        assertThat(anna.api().get("/developer/projects").body()).contains("by a link");
    }

    @Test
    @DisplayName("makes nobody an administrator if it is a link")
    void makesNobody(Accounts accounts, Api api) {
        var admin = accounts.createAdministrator();
        var form =
                form(
                        "createForm",
                        "createForm:email",
                        "mallory@keywarden.test",
                        "createForm:role",
                        "ADMIN");

        browser(api, admin).getOutside("/console/users" + query(form)).expect(200);

        assertThat(admin.api().get("/admin/users?q=mallory").expect(200).body())
                .doesNotContain("mallory");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("signs nobody in or out unless it is posted")
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void signsNobody(String method, Account anna, Account ben, Api api) {
        var in = query(signIn(ben.email(), ben.password()));
        var out = query(form("signOut"));

        for (var client : new Api[] {api, browser(api, anna)}) {
            for (var query : new String[] {in, out}) {
                var answer =
                        client.sendOutside(method, SIGN_IN + query, BodyPublishers.noBody())
                                .expect(200);
                assertThat(answer.headersOf("Set-Cookie")).isEmpty();
            }
        }

        anna.api().get("/auth/me").expect(200);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is none with a state that no view has")
    @ValueSource(strings = {"", "1:2", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "STATELESS"})
    void hasNoState(String state, Account anna, Api api) {
        var in = signIn(anna.email(), anna.password());
        in.put("jakarta.faces.ViewState", state);

        var answer = api.postForm(SIGN_IN, in).expect(200);

        assertThat(answer.headersOf("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("id=\"signIn\"");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("gets a whole answer to its script, whatever nonce that names")
    @ValueSource(strings = {"", "x", "' 'unsafe-inline", "x; script-src *", "YWJj"})
    void getsWholeAnswer(String nonce, Account anna, Api api) {
        var form = byScript(form("createForm", "createForm:name", "named"));
        form.put("primefaces.nonce", nonce);

        for (var answer :
                new Answer[] {
                    ownForm(browser(api, anna)).postForm(PROJECTS, form).expect(200),
                    api.postForm(SIGN_IN, form).expect(200)
                }) {
            assertThat(answer.body()).endsWith("</partial-response>");
            assertThat(answer.header("Content-Security-Policy"))
                    .containsPattern("'nonce-[A-Za-z0-9+/=]{48}'")
                    .doesNotContain("unsafe", "*");
        }
    }

    @Test
    @DisplayName("is refused if it is larger than any form, to whoever sends it")
    void isTooLarge(Account anna, Api api) {
        var large = signIn(anna.email(), "x".repeat(3_000_000));

        api.postForm(SIGN_IN, large).expectProblem(413, "PAYLOAD_TOO_LARGE");
        var browser = ownForm(browser(api, anna)).with("Accept", "text/html");
        assertThat(browser.postForm(PROJECTS, large).expect(413).header("Content-Type"))
                .startsWith("text/html");
    }

    private static Map<String, Object> signIn(String email, String password) {
        return form("signIn", "signIn:email", email, "signIn:password", password);
    }

    private static Map<String, Object> form(String name, Object... more) {
        var form = fields(name, name, name + ":submit", name + ":submit");
        form.put("jakarta.faces.ViewState", "stateless");
        form.putAll(fields(more));
        return form;
    }

    private static Map<String, Object> byScript(Map<String, Object> form) {
        var sent = fields("jakarta.faces.partial.ajax", "true");
        sent.put("jakarta.faces.partial.execute", "@all");
        sent.put("jakarta.faces.partial.render", "@all");
        sent.putAll(form);
        return sent;
    }

    private static String query(Map<String, Object> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }

    private static Api browser(Api api, Account account) {
        return api.with("Cookie", "keywarden=" + account.token());
    }

    private static Api ownForm(Api browser) {
        return browser.with("Sec-Fetch-Site", "same-origin");
    }
}
