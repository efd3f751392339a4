package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

@BrowserTest
@DisplayName("The dialogs to disable, enable and revoke a key")
class KeyStateDialogsIT {

    private static final String REVOKE = "keys.revoke.title";

    @Test
    @DisplayName("take a key out of use, put it back, and end it")
    void endKey(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna));
        assertThat(anna.verify(key.raw())).isEqualTo("VALID");

        list.choose("shop", "keys.disable");
        list.button("keys.disable.title", "keys.disable").click();
        assertThat(list.says("keys.disabled", "shop")).isVisible();
        assertThat(list.row("shop")).containsText(list.texts().get("keys.status.DISABLED"));
        assertThat(anna.verify(key.raw())).isEqualTo("DISABLED");

        list.choose("shop", "keys.enable");
        list.button("keys.enable.title", "keys.enable").click();
        assertThat(list.row("shop")).containsText(list.texts().get("keys.status.ACTIVE"));
        assertThat(anna.verify(key.raw())).isEqualTo("VALID");

        list.choose("shop", "keys.revoke");
        list.field("keys.revoke.understood").check();
        list.button(REVOKE, "keys.revoke").click();
        assertThat(list.says("keys.revoked", "shop")).isVisible();
        assertThat(list.names()).hasCount(0);
        assertThat(list.link("keys.filter.showRevoked", 1)).isVisible();
        assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("revoke nothing before somebody says that this is understood")
    void wantUnderstanding(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("shop", "keys.revoke");
        assertThat(list.dialog(REVOKE)).containsText("shop");
        assertThat(list.says("keys.revoke.text")).isVisible();

        list.button(REVOKE, "keys.revoke").click();

        assertThat(list.says("problem.field.required")).isVisible();
        assertThat(list.field("keys.revoke.understood")).isFocused();
        assertThat(list.dialog(REVOKE)).containsText("shop");
        assertThat(anna.verify(key.raw())).isEqualTo("VALID");
    }

    @Test
    @DisplayName("work by keyboard alone, and give the focus back")
    void workByKeyboard(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        anna.issue("label", "stays", "projectName", "Other");
        var list = KeysPage.on(browsing.signedIn(anna));
        var keyboard = list.page().keyboard();

        list.menu("shop").focus();
        keyboard.press("Enter");
        for (int i = 0; i < 4; i++) {
            keyboard.press("Tab");
        }
        keyboard.press("Enter");
        assertThat(list.field("keys.revoke.understood")).isFocused();
        keyboard.press("Escape");
        assertThat(list.dialog(REVOKE)).isHidden();
        assertThat(list.menu("shop")).isFocused();

        keyboard.press("Enter");
        for (int i = 0; i < 4; i++) {
            keyboard.press("Tab");
        }
        keyboard.press("Enter");
        assertThat(list.field("keys.revoke.understood")).isFocused();
        keyboard.press("Space");
        keyboard.press("Tab");
        keyboard.press("Tab");
        keyboard.press("Enter");

        assertThat(list.names()).hasText(new String[] {"stays"});
        assertThat(list.page().locator("main")).isFocused();
        assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("say that the key was revoked in another tab, before and after they open")
    void sayTooLate(Account anna, Browsing browsing) {
        var first = anna.issue("label", "first");
        var second = anna.issue("label", "second");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("second", "keys.disable");
        assertThat(list.dialog("keys.disable.title")).isVisible();
        first.revoke();
        second.revoke();

        list.button("keys.disable.title", "keys.disable").click();
        assertThat(list.says("problem.KEY_REVOKED")).isVisible();
        assertThat(list.link("keys.filter.showRevoked", 2)).isAttached();

        anna.issue("label", "third");
        list.page().reload();
        anna.api().delete("/developer/keys/" + id(list, "third")).expect(204);
        list.choose("third", "keys.edit");
        assertThat(list.says("problem.KEY_REVOKED")).isVisible();
        assertThat(list.dialog("keys.edit.title")).isHidden();
        assertThat(list.names()).hasCount(0);
    }

    @Test
    @DisplayName("revoke once, however often it is clicked")
    void revokeOnce(Account anna, Browsing browsing, TestDatabase database) {
        var key = anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("shop", "keys.revoke");

        list.field("keys.revoke.understood").check();
        list.button(REVOKE, "keys.revoke").dblclick();

        assertThat(list.names()).hasCount(0);
        assertThat(
                        database.count(
                                "select count(*) from audit_entry where target = ?"
                                        + " and action = 'key.revoked'",
                                key.id()))
                .isEqualTo(1);
    }

    private static String id(KeysPage list, String name) {
        return list.row(name).locator("th a").getAttribute("href").replaceFirst(".*id=", "");
    }
}
