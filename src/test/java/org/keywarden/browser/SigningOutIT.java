package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Api;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("Signing out")
class SigningOutIT {

    private static final String PROJECTS = "/console/projects";
    private static final Texts TEXTS = Texts.in("en");

    @Test
    @DisplayName("ends the session on the server, also by two clicks")
    void ends(Account anna, Api api, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(PROJECTS);
        var copied = cookie(page).value;

        signOut(page).dblclick();

        assertThat(page).hasURL(browsing.server() + SignInForm.PATH);
        assertThat(SignInForm.at(page).email()).isVisible();
        assertThat(page.context().cookies()).isEmpty();
        api.with("Cookie", "keywarden=" + copied).get("/auth/me").expect(401);
        anna.api().get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("leaves nothing behind the back button")
    void hidesTheRest(Account anna, Browsing browsing) {
        anna.createProject("Private matters");
        var page = browsing.signedIn(anna);
        page.navigate(PROJECTS);
        assertThat(page.getByText("Private matters").first()).isVisible();
        page.navigate(ProfileForms.PATH);
        signOut(page).click();
        assertThat(page).hasURL(browsing.server() + SignInForm.PATH);

        for (int i = 0; i < 2; i++) {
            page.goBack();
            assertThat(SignInForm.at(page).email()).isVisible();
            assertThat(page.content()).doesNotContain("Private matters", anna.email());
        }
    }

    @Test
    @DisplayName("is done for whom somebody else signs in over, in another tab")
    void isReplaced(Account anna, Account ben, TestDatabase database, Browsing browsing) {
        var first = browsing.page();
        var second = first.context().newPage();
        first.navigate(SignInForm.PATH + "?to=" + PROJECTS);
        second.navigate(SignInForm.PATH + "?to=" + PROJECTS);

        SignInForm.at(first).signIn(anna);
        assertThat(first).hasURL(browsing.server() + PROJECTS);
        SignInForm.at(second).signIn(ben);
        assertThat(second).hasURL(browsing.server() + PROJECTS);

        assertThat(alive(anna, database)).isZero();
        assertThat(alive(ben, database)).isOne();
        first.reload();
        assertThat(first.locator(".kw-who-name")).hasText(ben.email());
    }

    @Test
    @DisplayName("is offered to whoever asks to sign in and is signed in")
    void isOffered(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(SignInForm.PATH);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(anna.email());

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(TEXTS.get("signIn.signOut")))
                .click();

        assertThat(SignInForm.at(page).email()).isVisible();
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    @DisplayName("is all it takes: one cookie, for no script and no other site, in no address")
    void isTheCookieOnly(Accounts accounts, Browsing browsing) {
        var viewer = accounts.createAdministrator();
        var page = browsing.signedIn(viewer);
        var addresses = new ArrayList<String>();
        page.onRequest(request -> addresses.add(request.url()));

        for (var each : ConsolePage.of(viewer)) {
            page.navigate(each.path());
            assertThat(page.context().cookies()).hasSize(1);
            assertThat(page.evaluate("document.cookie")).isEqualTo("");
        }

        var cookie = cookie(page);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(cookie.expires).isEqualTo(-1);
        assertThat(cookie.path).isEqualTo("/");
        assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains("eyJ"));
        assertThat(page.content()).doesNotContain(cookie.value);
    }

    private static Locator signOut(Page page) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(TEXTS.get("console.signOut")).setExact(true));
    }

    private static Cookie cookie(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("keywarden"))
                .findFirst()
                .orElseThrow();
    }

    private static long alive(Account account, TestDatabase database) {
        return database.count(
                "select count(*) from auth_session where account_id = ? and kind = 'BROWSER'"
                        + " and ended_at is null",
                account.id());
    }
}
