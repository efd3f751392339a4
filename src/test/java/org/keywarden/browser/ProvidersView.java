package org.keywarden.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.keywarden.testing.browser.Texts;

/** The page of the providers, as somebody finds it who reads English. */
record ProvidersView(Page page, Texts texts) {

    static final String PATH = "/console/providers";

    static ProvidersView on(Page page) {
        page.navigate(PATH);
        return new ProvidersView(page, Texts.in("en"));
    }

    Locator tile(String name) {
        return page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator row(String name) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    /** The names in the table, in their order. */
    List<String> names() {
        return page.getByRole(AriaRole.ROWHEADER).allInnerTexts().stream()
                .map(text -> text.replaceFirst("(?s)\n.*", ""))
                .toList();
    }

    Locator button(String key, Object... values) {
        return page.getByRole(AriaRole.BUTTON, exactly(key, values));
    }

    /** Chooses from the menu of a provider. */
    void choose(String name, String key) {
        page.getByLabel(
                        texts.get("console.actionsOf", name),
                        new Page.GetByLabelOptions().setExact(true))
                .click();
        row(name)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(texts.get(key)).setExact(true))
                .click();
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator field(String key) {
        return dialog().getByLabel(texts.get(key));
    }

    ProvidersView fill(String key, String text) {
        field(key).fill(text);
        return this;
    }

    /** The button that ends the dialog. */
    Locator submit(String key) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(texts.get(key)).setExact(true));
    }

    Locator toast() {
        return page.getByRole(AriaRole.STATUS);
    }

    private GetByRoleOptions exactly(String key, Object... values) {
        return new GetByRoleOptions().setName(texts.get(key, values)).setExact(true);
    }
}
