package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("The page of a key")
class KeyDetailPageIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&${1+1}#{1+1}{{1}}";

    @Test
    @DisplayName("is where the name in the list leads, and tells all about the key")
    void tellsAll(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop", "description", "for the till", "expiresInDays", 6);
        var list = KeysPage.on(browsing.signedIn(anna));

        list.names().click();

        var main = list.page().locator("main");
        assertThat(list.page()).hasTitle("shop · Keywarden");
        assertThat(main)
                .containsText(Pattern.compile("shop.*for the till.*" + key.id(), Pattern.DOTALL));
        assertThat(main).containsText(key.answer().text("key.keyPrefix"));
        assertThat(main).containsText("in 6 days");
        assertThat(main).containsText("key.issued");
        assertThat(main).containsText(list.texts().get("keys.detail.you"));
        assertThat(main).not().containsText(key.raw());
    }

    @Test
    @DisplayName("leads to the key that took its place")
    void leadsToSuccessor(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        var successor = key.rotate().expect(201).text("key.id");
        var page = KeysPage.on(browsing.signedIn(anna), KeysPage.ONE + "?id=" + key.id());
        assertThat(page.says("keys.detail.danger")).hasCount(0);

        page.page().getByText(successor).first().click();

        assertThat(page.page()).hasURL(Pattern.compile(".*id=" + successor));
        assertThat(page.says("keys.detail.danger")).isVisible();
    }

    @Test
    @DisplayName("has the dialogs of the list, and shows what they did")
    void hasDialogs(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        var page = KeysPage.on(browsing.signedIn(anna), KeysPage.ONE + "?id=" + key.id());
        var main = page.page().locator("main");

        main.getByText(page.texts().get("keys.edit")).click();
        page.optional("keys.label").fill("till");
        page.button("keys.edit.title", "keys.save").click();
        assertThat(main.locator("h1")).hasText("till");
        assertThat(main).containsText("key.updated");

        main.locator(".kw-card.is-danger button.is-danger").click();
        page.field("keys.revoke.understood").check();
        page.button("keys.revoke.title", "keys.revoke").click();
        assertThat(main).containsText(page.texts().get("keys.status.REVOKED"));
        assertThat(page.says("keys.detail.danger")).hasCount(0);
        assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("shows text of people as text")
    void escapes(Account anna, Browsing browsing) {

        var key = anna.issue("label", HOSTILE, "description", HOSTILE, "projectName", HOSTILE);

        var page = KeysPage.on(browsing.signedIn(anna), KeysPage.ONE + "?id=" + key.id());

        assertThat(page.page().locator("h1")).hasText(HOSTILE);
        assertThat(page.page().locator("main")).containsText(HOSTILE);
        assertThat(page.page().locator("img")).hasCount(0);
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("is open to everybody, and fits its window")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROW, Browsing.NARROWEST})
    void isAccessible(int width, Account anna, Browsing browsing) {
        var key = anna.issue("label", "x".repeat(64), "description", "y".repeat(255));
        key.rotate("gracePeriodSeconds", 60).expect(201);

        var signedIn = browsing.wide(width).signedIn(anna);
        var page = KeysPage.on(signedIn, KeysPage.ONE + "?id=" + key.id());

        assertThat(page.says("keys.detail.danger")).isVisible();
        Axe.checkBothSchemes(page.page());
        Layout.requireNoOverflow(page.page());
        Texts.requireNoKeys(page.page());
        assertThat(page.page().url()).contains(key.id());
    }
}
