package org.keywarden.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.keywarden.testing.browser.Texts;

/** The list of the keys, or the page of one, as somebody finds them who reads English. */
record KeysPage(Page page, Texts texts) {

    static final String LIST = "/console/keys";
    static final String ONE = "/console/key";

    /** Opens the list. */
    static KeysPage on(Page page) {
        return on(page, LIST);
    }

    /** Opens a path with its query. */
    static KeysPage on(Page page, String path) {
        page.navigate(path);
        return new KeysPage(page, Texts.in("en"));
    }

    /** The names of the keys, in their order. */
    Locator names() {
        return page.getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.LINK);
    }

    Locator row(String name) {
        var link = page.getByRole(AriaRole.LINK, named(name));
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(link));
    }

    Locator menu(String name) {
        return page.getByLabel(
                texts.get("console.actionsOf", name), new GetByLabelOptions().setExact(true));
    }

    /** Opens a row's menu and takes an action, such as {@code keys.edit}. */
    KeysPage choose(String name, String action) {
        menu(name).click();
        row(name).getByRole(AriaRole.BUTTON, inside(action)).click();
        return this;
    }

    Locator filter(String key) {
        return labelled(page.getByRole(AriaRole.MAIN), texts.get(key));
    }

    /** A field of the open dialog. */
    Locator field(String key) {
        return labelled(page.locator("dialog[open]"), texts.get(key));
    }

    /** A field of the open dialog that may stay empty. */
    Locator optional(String key) {
        var label = texts.get(key) + " " + texts.get("console.optional");
        return labelled(page.locator("dialog[open]"), label);
    }

    /** The box of a scope in the open dialog. */
    Locator scope(String name) {
        return labelled(page.locator("dialog[open]"), name);
    }

    Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, named(texts.get(title)));
    }

    Locator button(String dialog, String key) {
        return dialog(dialog).getByRole(AriaRole.BUTTON, inside(key));
    }

    Locator link(String key, Object... values) {
        return page.getByRole(AriaRole.LINK, named(texts.get(key, values)));
    }

    /** What the page says somewhere. */
    Locator says(String key, Object... values) {
        return page.getByText(texts.get(key, values), new GetByTextOptions().setExact(true));
    }

    private static Locator labelled(Locator within, String label) {
        return within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    private Locator.GetByRoleOptions inside(String key) {
        return new Locator.GetByRoleOptions().setName(texts.get(key)).setExact(true);
    }
}
