package org.keywarden.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.browser.Texts;

/** The page of the users, as an administrator finds it who reads English. */
record UserList(Page page, Texts texts) {

    static final String PATH = "/console/users";

    /** Whoever has this text in e-mail address or name. */
    static UserList on(Page page, String text) {
        page.navigate(PATH + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        return new UserList(page, Texts.in("en"));
    }

    Locator row(String email) {
        return page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText(email));
    }

    /** Opens a dialog by an entry of somebody's menu. */
    Locator choose(String email, String key) {
        row(email).locator("summary").click();
        row(email).getByRole(AriaRole.BUTTON, named(key)).click();
        return dialog(key);
    }

    Locator startCreating() {
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON, named("users.create")).click();
        return dialog("users.create");
    }

    /** By its title. */
    Locator dialog(String key) {
        return page.getByRole(
                AriaRole.DIALOG,
                new Page.GetByRoleOptions().setName(texts.get(key)).setExact(true));
    }

    Locator field(Locator dialog, String key) {
        return dialog.getByLabel(texts.get(key));
    }

    /** The button that does what the dialog is about. */
    Locator confirm(Locator dialog, String key) {
        return dialog.getByRole(AriaRole.BUTTON, named(key));
    }

    private Locator.GetByRoleOptions named(String key) {
        return new Locator.GetByRoleOptions().setName(texts.get(key)).setExact(true);
    }

    Locator toast(String text) {
        return page.locator(".kw-toast").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The password that is shown now. */
    String temporaryPassword() {
        var password = dialog("users.temporary.title").locator("code").textContent();
        SeenSecrets.remember(password);
        return password;
    }

    void closeTemporaryPassword() {
        var dialog = dialog("users.temporary.title");
        confirm(dialog, "users.temporary.stored").click();
    }
}
