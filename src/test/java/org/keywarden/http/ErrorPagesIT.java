package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("An error outside of the API")
class ErrorPagesIT {

    private static final String PAGE = "/console/projects";
    private static final String PEOPLE = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    @DisplayName("is a page to people and a problem to programs: 404 for what is not there")
    void knowsNothing(Api api) {
        expectPage(people(api).getOutside("/nothing"), 404, "There is nothing here");
        expectPage(people(api).getOutside("/errors"), 404, "There is nothing here");
        api.getOutside("/nothing").expectProblem(404, "NOT_FOUND");
        api.with("Accept", "*/*").getOutside("/nothing").expectProblem(404, "NOT_FOUND");
    }

    @Test
    @DisplayName("is 404 for a page of the console that is not there")
    void knowsNoPage(Account anna) {
        expectPage(people(browser(anna)).getOutside("/console/none"), 404, "There is nothing here");
    }

    @Test
    @DisplayName("is 401 for a form of somebody whose session has ended, with the way back in")
    void wantsSession(Api api) {
        var page = people(api).postForm(PAGE, fields("createForm", "createForm"));

        expectPage(page, 401, "Your session has ended");
        assertThat(page.body()).contains(link("/sign-in?to=%2Fconsole%2Fprojects"));
        byScript(people(api))
                .postForm(PAGE, fields("createForm", "createForm"))
                .expectProblem(401, "UNAUTHENTICATED");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("leads back to the page of the form, with its filters, and to nothing else")
    @CsvSource({
        "/console/projects?page=2&q=a%26b, /sign-in?to=%2Fconsole%2Fprojects%3Fpage%3D2%26q%3Da%2526b",
        "/console/key?id=%22%3E%3Cscript%3E, /sign-in?to=%2Fconsole%2Fkey%3Fid%3D%2522%253E%253Cscript%253E",
        "/console/none, /sign-in",
        "/console/stay, /sign-in",
        "/console/projects/, /sign-in",
        "/console//evil.test, /sign-in",
        "/console/projects;a=b, /sign-in"
    })
    void leadsBack(String sentTo, String link, Api api) {
        var page = people(api).postForm(sentTo, fields("a", "b"));

        expectPage(page, 401, "Your session has ended");
        assertThat(page.body()).contains(link(link)).doesNotContain("evil", "<script");
    }

    @Test
    @DisplayName("is 403 for a form that came from elsewhere")
    void wantsOwnForms(Account anna) {
        var elsewhere = browser(anna).with("Origin", "https://evil.test");

        var page = people(elsewhere).postForm(PAGE, fields("createForm", "createForm"));

        expectPage(page, 403, "You may not do this");
        byScript(people(elsewhere))
                .postForm(PAGE, fields("createForm", "createForm"))
                .expectProblem(403, "CSRF_INVALID");
    }

    @Test
    @DisplayName("is 405 for a method that an address does not take")
    void knowsItsMethods(Api api) {
        var answer = people(api).sendOutside("PUT", "/", BodyPublishers.noBody());

        expectPage(answer, 405, "There is nothing here");
        api.sendOutside("PUT", "/", BodyPublishers.noBody())
                .expectProblem(405, "METHOD_NOT_ALLOWED");
    }

    @Test
    @DisplayName("is 500 for what is broken, and says no more of it than a number")
    void breaks(Account anna, TestDatabase database) {
        database.change("update account set theme = 'NONE' where id = ?", anna.id());

        var page = people(browser(anna)).getOutside(PAGE);

        expectPage(page, 500, "Something went wrong here");
        assertThat(page.body()).doesNotContainIgnoringCase("exception", "theme", "jakarta");
        browser(anna).getOutside(PAGE).expectProblem(500, "INTERNAL_ERROR");
    }

    @Test
    @DisplayName("has no body when only the head was asked for")
    void hasNoBody(Api api) {
        var head = people(api).sendOutside("HEAD", "/nothing", BodyPublishers.noBody()).expect(404);

        assertThat(head.body()).isEmpty();
    }

    @Test
    @DisplayName("within the API is a problem to everybody")
    void isProblemOfApi(Api api) {
        people(api).get("/nothing").expectProblem(401, "UNAUTHENTICATED");
    }

    /** As templates write it. */
    private static String link(String address) {
        return "href=\"" + address.replace("=", "&#x3D;") + "\"";
    }

    private static Api people(Api api) {
        return api.with("Accept", PEOPLE).with("Accept-Language", "en");
    }

    private static Api byScript(Api api) {
        return api.with("Faces-Request", "partial/ajax");
    }

    private static Api browser(Account account) {
        return account.api()
                .without("Authorization")
                .with("Cookie", "keywarden=" + account.token());
    }

    private static void expectPage(Answer page, int status, String title) {
        assertThat(page.expect(status).header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<h1>" + title + "</h1>", "lang=\"en\"");
        assertThat(page.body()).contains(page.header("X-Request-Id"));
        assertThat(page.header("X-Request-Id")).isNotEmpty();
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.headersOf("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src");
    }
}
