package org.keywarden.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import org.keywarden.testing.browser.Texts;

/** The page of the own profile, in English. */
record ProfileForms(Page page, Texts texts) {

    static final String PATH = "/console/profile";

    /** Opens it. */
    static ProfileForms on(Page page) {
        page.navigate(PATH);
        return new ProfileForms(page, Texts.in("en"));
    }

    Locator name() {
        return labelled("profile.name");
    }

    Locator language() {
        return page.getByRole(AriaRole.MAIN).getByLabel(texts.get("profile.locale"));
    }

    Locator theme() {
        return labelled("profile.theme");
    }

    void save() {
        button("profile.save").click();
    }

    /** The dialog to change the password, opened. */
    Locator passwords() {
        button("profile.password.change").first().click();
        return dialog("profile.password.change");
    }

    /** Fills in the dialog. */
    void fill(String current, String wanted, String repeated) {
        labelled("profile.password.current").fill(current);
        labelled("profile.password.wanted").fill(wanted);
        labelled("profile.password.repeated").fill(repeated);
    }

    /** The sessions, the first row being the newest. */
    Locator sessions() {
        return page.getByRole(AriaRole.TABLE).locator("tbody tr");
    }

    Locator thisSession() {
        return sessions()
                .filter(new Locator.FilterOptions().setHasText(texts.get("profile.sessions.this")));
    }

    /** An action whose dialog has the same name, confirmed there. */
    void confirmed(String key) {
        button(key).first().click();
        in(dialog(key), key).click();
    }

    Locator dialog(String key) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(texts.get(key)));
    }

    Locator button(String key) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(texts.get(key)).setExact(true));
    }

    Locator in(Locator part, String key) {
        return part.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(texts.get(key)).setExact(true));
    }

    /** What was told last. */
    Locator told() {
        return page.locator(".kw-toast").last();
    }

    private Locator labelled(String key) {
        return page.getByLabel(texts.get(key), new GetByLabelOptions().setExact(false)).first();
    }
}
