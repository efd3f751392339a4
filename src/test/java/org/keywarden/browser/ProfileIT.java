package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("The own profile")
class ProfileIT {

    @Test
    @DisplayName("takes effect at once: name, language and theme")
    void takesEffect(Account anna, Browsing browsing) {
        var form = ProfileForms.on(browsing.signedIn(anna));
        var page = form.page();
        assertThat(page.locator("html")).hasAttribute("data-theme", "system");

        form.name().fill("Anna Vogel");
        form.language().selectOption("de");
        form.theme().selectOption("DARK");
        form.save();

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(form.told()).containsText(Texts.in("de").get("profile.saved"));
        assertThat(page.getByRole(AriaRole.LINK, named("Anna Vogel"))).isVisible();
        page.navigate("/console/projects");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
    }

    @Test
    @DisplayName("leaves the language to the browser again")
    void leavesToBrowser(Account anna, Browsing browsing) {
        var form = ProfileForms.on(browsing.in("en").signedIn(anna));
        form.language().selectOption("pl");
        form.save();
        assertThat(form.page().locator("html")).hasAttribute("lang", "pl");

        form.page().locator("select[name$=':locale']").selectOption("");
        form.page().locator("button[name$='profileForm:submit']").click();

        assertThat(form.page().locator("html")).hasAttribute("lang", "en");
        assertThat(form.told()).containsText(form.texts().get("profile.saved"));
    }

    @Test
    @DisplayName("keeps what was typed if it is not acceptable, and changes nothing")
    void keepsWhatWasTyped(Account anna, Browsing browsing, TestDatabase database) {
        var form = ProfileForms.on(browsing.signedIn(anna));

        form.name().fill("x".repeat(101));
        form.theme().selectOption("LIGHT");
        form.save();

        assertThat(form.page().locator(".kw-field-error"))
                .hasText(form.texts().get("problem.field.tooLong", 100));
        assertThat(form.name()).hasValue("x".repeat(101));
        assertThat(form.theme()).hasValue("LIGHT");
        assertThat(
                        database.count(
                                "select count(*) from account where id = ? and name is null"
                                        + " and theme = 'SYSTEM'",
                                anna.id()))
                .isOne();
    }

    @Test
    @DisplayName("shows as text whatever is in a name or in what a program says of itself")
    void escapes(Account anna, Api api, Browsing browsing) {
        api.with("User-Agent", "<img/src=x> " + ConsolePage.HOSTILE)
                .post("/auth/login", fields("email", anna.email(), "password", anna.password()))
                .expect(200);
        var form = ProfileForms.on(browsing.signedIn(anna));

        form.name().fill(ConsolePage.HOSTILE);
        form.save();

        assertThat(form.told()).containsText(form.texts().get("profile.saved"));
        assertThat(form.name()).hasValue(ConsolePage.HOSTILE);
        assertThat(form.page().locator("img")).hasCount(0);
        assertThat(form.page().locator(".kw-who-name")).hasText(ConsolePage.HOSTILE);
        assertThat(form.page().getByTitle("<img/src=x> " + ConsolePage.HOSTILE)).isVisible();
    }

    @Test
    @DisplayName("knows no language and no theme but those it offers, whoever asks")
    void refusesOthers(Account anna, Browsing browsing, TestDatabase database) {
        var page = browsing.signedIn(anna);
        ProfileForms.on(page);

        post(
                page,
                FormData.create()
                        .set("profileForm", "profileForm")
                        .set("profileForm:name", "Eve")
                        .set("profileForm:locale", "xx")
                        .set("profileForm:theme", "PINK")
                        .set("profileForm:submit", "x"));

        assertThat(database.count("select count(*) from account where name = 'Eve'")).isZero();
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("can be used by everybody, its dialogs as well")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROWEST})
    void isAccessible(int width, Account anna, Browsing browsing) {
        var form = ProfileForms.on(browsing.wide(width).signedIn(anna));

        Layout.requireNoOverflow(form.page());
        Axe.checkBothSchemes(form.page());
        form.passwords();
        Axe.checkBothSchemes(form.page());
    }

    /** As the page's script would, from the page's origin, with the browser's cookies. */
    static void post(Page page, FormData form) {
        var origin = page.url().replaceFirst("^(https?://[^/]+).*", "$1");
        var answer =
                page.request()
                        .post(
                                ProfileForms.PATH,
                                RequestOptions.create()
                                        .setHeader("Origin", origin)
                                        .setForm(form.set("jakarta.faces.ViewState", "stateless")));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
