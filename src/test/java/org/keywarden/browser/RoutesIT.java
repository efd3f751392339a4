package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.AccessMatrix;
import org.keywarden.testing.Account;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("The page of the routes")
class RoutesIT {

    private static final String PATH = "/console/routes";
    private static final Texts TEXTS = Texts.in("en");

    @Test
    @DisplayName("shows every route, and what it asks")
    void showsAll(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);

        page.navigate(PATH);

        var rows = page.getByRole(AriaRole.ROWHEADER);
        assertThat(rows).hasCount(AccessMatrix.read().size());
        assertThat(page.getByText(TEXTS.get("routes.count", rows.count(), rows.count())))
                .isVisible();
        var users = row(page, "POST", "/api/v1/admin/users");
        assertThat(users).containsText(TEXTS.get("routes.role.ADMIN"));
        assertThat(users).containsText(TEXTS.get("routes.hidden"));
        assertThat(row(page, "POST", "/api/v1/auth/login"))
                .containsText(TEXTS.get("routes.anonymous"));
    }

    @Test
    @DisplayName("filters them, keeps the filter in its address, and shows it again")
    void filters(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(PATH);

        page.getByLabel(TEXTS.get("routes.tokenType")).selectOption("api_key");
        assertThat(page).hasURL(Pattern.compile(".*tokenType=api_key.*"));
        page.getByLabel(TEXTS.get("routes.text")).fill("verify");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*q=verify.*"));
        assertThat(row(page, "POST", "/api/v1/keys/verify")).isVisible();
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasCount(1);
        assertThat(page.getByLabel(TEXTS.get("routes.tokenType"))).hasValue("api_key");
        page.reload();
        assertThat(page.getByLabel(TEXTS.get("routes.text"))).hasValue("verify");
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasCount(1);
    }

    @Test
    @DisplayName("says when nothing matches, and shows what was asked for as text")
    void isEmpty(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(PATH);

        page.getByLabel(TEXTS.get("routes.text")).fill(ConsolePage.HOSTILE);
        page.keyboard().press("Enter");

        assertThat(page.getByText(TEXTS.get("routes.empty.title"))).isVisible();
        assertThat(page.getByLabel(TEXTS.get("routes.text"))).hasValue(ConsolePage.HOSTILE);
        Axe.checkBothSchemes(page);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(TEXTS.get("routes.showAll")))
                .click();
        assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    }

    @ParameterizedTest
    @DisplayName("takes nonsense in its address for no filter")
    @ValueSource(strings = {"?q=%00", "?scope=root&tokenType=x", "?q=%FF&scope[]=1", "?&&=&q"})
    void ignoresNonsense(String query, Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);

        page.navigate(PATH + query);

        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
    }

    @Test
    @DisplayName("is filtered without JavaScript, too")
    void needsNoScript(Account anna, Browsing browsing) {
        var page = browsing.withoutScript().signedIn(anna);
        page.navigate(PATH);

        page.getByLabel(TEXTS.get("routes.scope")).selectOption("delete");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(TEXTS.get("routes.show")))
                .click();

        assertThat(page).hasURL(Pattern.compile(".*scope=delete.*"));
        assertThat(row(page, "DELETE", "/api/v1/developer/keys/{id}")).isVisible();
        assertThat(page.getByText("GET", new Page.GetByTextOptions().setExact(true))).hasCount(0);
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("is open to everybody")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROW})
    void isAccessible(int width, Account anna, Browsing browsing) {
        var page = browsing.wide(width).signedIn(anna);

        page.navigate(PATH);

        Axe.checkBothSchemes(page);
        Layout.requireNoOverflow(page);
    }

    private static Locator row(Page page, String method, String path) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(exactly(page, method)))
                .filter(new Locator.FilterOptions().setHas(exactly(page, path)));
    }

    private static Locator exactly(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }
}
