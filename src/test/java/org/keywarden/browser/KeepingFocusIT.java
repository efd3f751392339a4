package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.keywarden.testing.Account.fields;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("What somebody does by a row’s menu leaves the focus")
class KeepingFocusIT {

    private static final Texts TEXTS = Texts.in("en");

    @Test
    @DisplayName("on that menu, where the action asks nothing")
    void onMenu(Accounts accounts, Browsing browsing, TestDatabase database) {
        var slug = "focus-" + UUID.randomUUID().toString().substring(0, 8);
        var admin = accounts.createAdministrator();
        provide(admin, slug);
        try {
            var page = browsing.signedIn(admin);
            page.navigate(ProvidersView.PATH);

            choose(page, slug, "providers.disable");
            assertThat(page.getByText(TEXTS.get("providers.disabled", slug))).isVisible();
            assertThat(menu(page, slug)).isFocused();
            choose(page, slug, "providers.enable");
            assertThat(page.getByText(TEXTS.get("providers.enabled", slug))).isVisible();
            assertThat(menu(page, slug)).isFocused();

            choose(page, slug, "providers.edit");
            assertThat(page.locator("dialog#edit")).isVisible();
            page.keyboard().press("Escape");
            assertThat(menu(page, slug)).isFocused();
        } finally {
            database.change("delete from billing_provider where slug = ?", slug);
        }
    }

    @Test
    @DisplayName("on that menu, where a dialog has asked")
    void onMenuAfterDialog(Account anna, Browsing browsing) {
        anna.createProject("First");
        anna.createProject("Second");
        var page = browsing.signedIn(anna);
        page.navigate("/console/projects");

        choose(page, "Second", "projects.makeDefault");
        confirm(page, "makeDefault");

        assertThat(page.locator(".kw-toast")).hasCount(1);
        assertThat(menu(page, "Second")).isFocused();
    }

    @Test
    @DisplayName("on that menu, where it concerns a user")
    void onMenuOfUser(Account anna, Accounts accounts, Browsing browsing) {
        var page = browsing.signedIn(accounts.createAdministrator());
        page.navigate(UserList.PATH + "?q=" + anna.email());

        choose(page, anna.email(), "users.suspend");
        confirm(page, "suspend");

        assertThat(page.locator(".kw-toast")).hasCount(1);
        assertThat(menu(page, anna.email())).isFocused();
    }

    @Test
    @DisplayName("on the page, where the row is gone")
    void onPage(Account anna, Browsing browsing) {
        anna.createProject("First");
        var page = browsing.signedIn(anna);
        page.navigate("/console/projects");

        choose(page, "First", "projects.delete");
        confirm(page, "delete");

        assertThat(page.locator(".kw-toast")).hasCount(1);
        assertThat(menu(page, "First")).hasCount(0);
        assertThat(page.locator("main")).isFocused();
    }

    private static void provide(Account admin, String slug) {
        var provider =
                fields(
                        "slug", slug,
                        "displayName", slug,
                        "exchange", "token",
                        "authUrl", "https://acme.example/in",
                        "apiBase", "https://acme.example/api");
        admin.api().post("/admin/billing-providers", provider).expect(201);
    }

    private static Locator menu(Page page, String name) {
        return page.getByLabel(
                TEXTS.get("console.actionsOf", name), new Page.GetByLabelOptions().setExact(true));
    }

    /** By keyboard, as whoever needs the focus does. */
    private static void choose(Page page, String name, String action) {
        menu(page, name).focus();
        page.keyboard().press("Enter");
        page.locator("details[open]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(TEXTS.get(action)).setExact(true))
                .focus();
        page.keyboard().press("Enter");
    }

    private static void confirm(Page page, String dialog) {
        page.locator("dialog#" + dialog + "[open] button[type=submit]").press("Enter");
        assertThat(page.locator("dialog#" + dialog)).isHidden();
    }
}
