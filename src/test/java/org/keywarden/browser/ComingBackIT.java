package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Eventually.eventually;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("Whoever is not signed in, or not any more,")
class ComingBackIT {

    private static final String ASKED = "/console/projects?text=a%26b+c&page=1&key=%C3%A4";
    private static final Texts TEXTS = Texts.in("en");

    @Test
    @DisplayName("comes to the very page that was asked for, by detours as well")
    void comesBack(Account anna, Browsing browsing) {
        browsing.expectStatus(401, SignInForm.PATH);
        var page = browsing.page();
        page.navigate(ASKED);
        assertThat(page).hasURL(browsing.server() + SignInForm.PATH + "?to=" + encoded(ASKED));

        page.getByLabel(TEXTS.get("signIn.language")).selectOption("fr");
        page.waitForURL("**/sign-in?to=*");
        var form = new SignInForm(page, Texts.in("fr"));
        form.fill(anna.email(), "not the password").submit().click();
        assertThat(form.alert()).hasText(form.texts().get("signIn.wrong"));
        form.signIn(anna);

        page.waitForURL("**" + ASKED);
        assertThat(page).hasURL(browsing.server() + ASKED);
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
    }

    @Test
    @DisplayName("comes back without JavaScript too")
    void needsNoScript(Account anna, Browsing browsing) {
        var page = browsing.withoutScript().page();
        page.navigate(ASKED);

        page.getByLabel(TEXTS.get("signIn.language")).selectOption("fr");
        page.getByRole(AriaRole.BUTTON, named(TEXTS.get("signIn.changeLanguage"))).click();
        var form = new SignInForm(page, Texts.in("fr"));
        form.signIn(anna);

        assertThat(page).hasURL(browsing.server() + ASKED);
        page.locator("#signOut input[type=submit]").click();
        assertThat(page).hasURL(browsing.server() + SignInForm.PATH);
        assertThat(form.email()).isVisible();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("never leaves Keywarden, whatever the link says")
    @ValueSource(
            strings = {
                "https://evil.test/",
                "//evil.test/",
                "/\\evil.test",
                "/%2Fevil.test",
                "javascript:alert(1)",
                "/console/../../evil",
                "/sign-in?to=//evil.test",
                "/api/v1/auth/me",
                "\"><script>alert(1)</script>"
            })
    void staysHere(String to, Account anna, Browsing browsing) {
        var page = browsing.page();
        page.navigate(SignInForm.PATH + "?to=" + encoded(to));

        SignInForm.at(page).signIn(anna);

        assertThat(page).hasURL(browsing.server() + "/console/overview");
    }

    @Test
    @DisplayName("is led to sign in by a link, and back to what it led to")
    void followsLink(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(ASKED);
        endElsewhere(page, anna);

        page.locator(".kw-who a").click();

        page.waitForURL("**/sign-in?to=" + encoded(ProfileForms.PATH));
        SignInForm.at(page).signIn(anna);
        page.waitForURL("**" + ProfileForms.PATH);
    }

    @Test
    @DisplayName("is led to sign in by an action, which does nothing, and back to its page")
    void actsInVain(Account anna, Browsing browsing, TestDatabase database) {
        browsing.expectStatus(401, "/console/projects");
        var page = browsing.signedIn(anna);
        page.navigate(ASKED);
        var dialog = page.locator("dialog#create");
        page.getByRole(AriaRole.BUTTON, named(TEXTS.get("projects.create"))).first().click();
        dialog.getByLabel(TEXTS.get("projects.name")).fill("Never");
        endElsewhere(page, anna);

        dialog.locator("button[type=submit]").click();

        page.waitForURL("**/sign-in?to=*");
        assertThat(database.count("select count(*) from project where name = 'Never'")).isZero();
        SignInForm.at(page).signIn(anna);
        page.waitForURL("**" + ASKED);
    }

    @Test
    @DisplayName("is told so where a form was sent, and finds the way back by signing in")
    void sendsInVain(Account anna, Browsing browsing) {
        browsing.expectStatus(401, "/console/projects");
        var page = browsing.signedIn(anna);
        page.navigate(ASKED);
        endElsewhere(page, anna);

        page.locator("#signOut input[type=submit]").click();

        assertThat(page.getByRole(AriaRole.HEADING)).hasText(TEXTS.get("error.session.title"));
        Axe.checkBothSchemes(page);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(TEXTS.get("error.signIn")))
                .click();
        SignInForm.at(page).signIn(anna);
        page.waitForURL("**" + ASKED);
    }

    @Test
    @DisplayName("for being suspended is told so at the next click")
    void isSuspended(Account anna, Accounts accounts, Browsing browsing) {
        browsing.expectStatus(403, ProfileForms.PATH);
        var page = browsing.signedIn(anna);
        page.navigate(ASKED);
        accounts.suspend(anna);
        eventually(() -> anna.api().get("/developer/keys").status(), status -> status == 403);
        eventually(
                () -> page.request().get("/api/v1/developer/keys").status(),
                status -> status == 403);

        page.locator(".kw-who a").click();

        assertThat(page.getByRole(AriaRole.HEADING)).hasText(TEXTS.get("error.suspended.title"));
        Axe.checkBothSchemes(page);
    }

    /** All sessions of the browser, as its owner would from another one. */
    private static void endElsewhere(Page page, Account account) {
        account.api().delete("/auth/sessions").expect(204);
        eventually(() -> page.request().get("/api/v1/auth/me").status(), status -> status == 401);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
