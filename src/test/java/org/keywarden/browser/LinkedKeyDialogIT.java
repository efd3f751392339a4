package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("A link to the dialog that creates keys")
class LinkedKeyDialogIT {

    @Test
    @DisplayName("opens it with the provider that it names, ready to go there")
    void leadsToProvider(Account anna, Browsing browsing) {
        CreateKeyDialog.expectSandbox(browsing);
        var page = browsing.signedIn(anna);
        page.navigate(ProvidersView.PATH);
        var link = Texts.in("en").get("providers.getKeyFrom", "Sandbox");

        page.getByRole(AriaRole.LINK).and(page.getByLabel(link)).click();

        var dialog = new CreateKeyDialog(page);
        assertThat(dialog.form()).isVisible();
        assertThat(dialog.source("Sandbox")).isChecked();
        assertThat(dialog.project()).isFocused();
        dialog.continueToSandbox();
        assertThat(dialog.progress()).containsText("Sandbox");
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("opens it for a native key if it names none")
    @ValueSource(
            strings = {"", "nobody", "#{1+1}\"><img src=x onerror=alert(1)>", "' or 1=1 --", "\0"})
    void opensForNative(String named, Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(KeysPage.LIST + "?create=" + encoded(named));

        var dialog = new CreateKeyDialog(page);
        assertThat(dialog.form()).isVisible();
        assertThat(dialog.source("Keywarden")).isChecked();
        assertThat(page.locator("img")).hasCount(0);
        dialog.create().click();
        dialog.raw();
    }

    @Test
    @DisplayName("does so where the dialog is asked for, and nowhere else")
    void asksForIt(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(KeysPage.LIST + "?q=create");
        var dialog = new CreateKeyDialog(page);
        assertThat(dialog.opener()).isVisible();
        assertThat(dialog.form()).isHidden();

        page.navigate(KeysPage.LIST + "?q=x&create=sandbox");

        assertThat(dialog.form()).isVisible();
        assertThat(dialog.source("Sandbox")).isChecked();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
