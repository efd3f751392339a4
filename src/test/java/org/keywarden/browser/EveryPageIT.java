package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("Every page of the console")
class EveryPageIT {

    static final List<String> LANGUAGES = Texts.LANGUAGES;

    @ParameterizedTest(name = "in {0}")
    @DisplayName("speaks the language, fits its window, and says nothing but text")
    @FieldSource("LANGUAGES")
    void speaks(String language, Accounts accounts, Browsing browsing) {
        var viewer = accounts.createAdministrator();
        var pages = ConsolePage.of(viewer);
        var wide = browsing.in(language).signedIn(viewer);
        var narrow = browsing.in(language).wide(Browsing.NARROWEST).signedIn(viewer);

        for (var page : pages) {
            for (var window : List.of(wide, narrow)) {
                window.navigate(page.path());
                requireSound(window, language);
            }
        }
    }

    private static void requireSound(Page page, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasCount(1);
        assertThat(page.title()).endsWith(" · Keywarden").isNotEqualTo(" · Keywarden");
        assertThat(page.locator("img")).hasCount(0);
        Texts.requireNoKeys(page);
        Layout.requireNoOverflow(page);
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    @Test
    @DisplayName("can be used by everybody, in light and dark, wide and narrow")
    void isAccessible(Accounts accounts, Browsing browsing) {
        var viewer = accounts.createAdministrator();
        var pages = ConsolePage.of(viewer);
        var wide = browsing.signedIn(viewer);
        var narrow = browsing.narrow().signedIn(viewer);

        for (var page : pages) {
            for (var window : List.of(wide, narrow)) {
                window.navigate(page.path());
                Axe.checkBothSchemes(window);
            }
        }
    }

    @Test
    @DisplayName("has something to say to somebody who has nothing yet")
    void welcomes(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);

        for (var empty : List.of("/console/keys", "/console/projects")) {
            page.navigate(empty);
            assertThat(page.locator("main .kw-empty h2").first()).isVisible();
            Axe.checkBothSchemes(page);
        }
    }
}
