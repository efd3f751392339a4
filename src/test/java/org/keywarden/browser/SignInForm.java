package org.keywarden.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.keywarden.testing.Account;
import org.keywarden.testing.browser.Texts;

/** The page to sign in, as somebody finds it who reads that language. */
record SignInForm(Page page, Texts texts) {

    static final String PATH = "/sign-in";

    /** Opens it. */
    static SignInForm on(Page page) {
        return on(page, "en");
    }

    static SignInForm on(Page page, String language) {
        page.navigate(PATH);
        return new SignInForm(page, Texts.in(language));
    }

    /** The form that a page has led to, as it is. */
    static SignInForm at(Page page) {
        return new SignInForm(page, Texts.in("en"));
    }

    Locator email() {
        return labelled("signIn.email");
    }

    Locator password() {
        return labelled("signIn.password");
    }

    Locator submit() {
        return page.getByRole(
                AriaRole.BUTTON,
                new GetByRoleOptions().setName(texts.get("signIn.submit")).setExact(true));
    }

    Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    SignInForm fill(String email, String password) {
        email().fill(email);
        password().fill(password);
        return this;
    }

    void signIn(Account account) {
        fill(account.email(), account.password()).submit().click();
    }

    private Locator labelled(String key) {
        return page.getByLabel(texts.get(key), new GetByLabelOptions().setExact(true));
    }
}
