package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByLabelOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.keywarden.testing.Account;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.browser.Browsing;

/** The dialog that creates a key, and the one that shows it once. */
record CreateKeyDialog(Page page) {

    static final String PATH = "/console/keys";

    /** Longer than the longest wait of a hand-off that nothing holds up. */
    private static final double PATIENCE = 15_000;

    /** Opens the page of somebody's keys, and the dialog on it. */
    static CreateKeyDialog of(Account account, Browsing browsing) {
        return on(browsing.signedIn(account));
    }

    /** As {@link #of}, of somebody who will go to the sandbox, which is at another name of this server. */
    static CreateKeyDialog toSandbox(Account account, Browsing browsing) {
        expectSandbox(browsing);
        return of(account, browsing);
    }

    static void expectSandbox(Browsing browsing) {
        browsing.expectOrigin("http://localhost:" + browsing.server().getPort());
    }

    static CreateKeyDialog on(Page page) {
        page.navigate(PATH);
        return new CreateKeyDialog(page).open();
    }

    CreateKeyDialog open() {
        opener().click();
        assertThat(form()).isVisible();
        return this;
    }

    Locator opener() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Create key"))
                .first();
    }

    Locator form() {
        return page.getByRole(
                AriaRole.DIALOG, new GetByRoleOptions().setName("New API key").setExact(true));
    }

    Locator field(String label) {
        return form().getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    /** One with “(optional)” after its label. */
    Locator optional(String label) {
        return field(label + " (optional)");
    }

    Locator label() {
        return optional("Label");
    }

    Locator project() {
        return field("Project");
    }

    Locator source(String name) {
        return form().getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return form().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    Locator create() {
        return button("Create key");
    }

    void tickOnly(String... scopes) {
        for (var scope : List.of("read", "write", "update", "delete")) {
            field(scope).setChecked(List.of(scopes).contains(scope));
        }
    }

    /** What the dialog says in place of a key. */
    Locator complaint() {
        return form().getByRole(AriaRole.ALERT);
    }

    /** How far a hand-off is. */
    Locator progress() {
        return form().getByRole(AriaRole.STATUS);
    }

    Locator link() {
        return form().getByRole(AriaRole.LINK);
    }

    Locator secret() {
        return page.getByRole(
                AriaRole.DIALOG, new GetByRoleOptions().setName("Your new key").setExact(true));
    }

    Locator key() {
        return secret().getByLabel("API key", new GetByLabelOptions().setExact(true));
    }

    Locator secretButton(String name) {
        return secret().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    Locator stored() {
        return secretButton("I stored it");
    }

    /** The key that is shown now. */
    String raw() {
        assertThat(key()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        var raw = key().textContent();
        SeenSecrets.remember(raw);
        return raw;
    }

    /** Chooses the sandbox, goes there in another tab, and returns that. */
    Page continueToSandbox() {
        source("Sandbox").check();
        var tab = page.context().waitForPage(() -> button("Continue to Sandbox").click());
        tab.waitForURL("**/sandbox/sign-in?**");
        return tab;
    }

    /** Answers as somebody at the sandbox's page does. */
    static void answer(Page tab, String behaviour) {
        tab.getByRole(AriaRole.TEXTBOX).fill("anna");
        tab.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(behaviour).setExact(true))
                .check();
        tab.getByRole(AriaRole.BUTTON).click();
    }
}
