package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.DblclickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("Signing in")
class SigningInIT {

    private static final Pattern FORM = Pattern.compile(".*/sign-in.*");
    private static final DblclickOptions AS_HANDS_DO = new DblclickOptions().setDelay(40);

    @Test
    @DisplayName("leads in with the right password")
    void leadsIn(Account anna, Browsing browsing) {
        var page = browsing.page();

        SignInForm.on(page).signIn(anna);

        assertThat(page).not().hasURL(FORM);
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        assertThat(whoIsIn(page)).contains(anna.id());
    }

    @Test
    @DisplayName("says what is wrong, keeps the e-mail and forgets the password")
    void saysWhatIsWrong(Account anna, Browsing browsing) {
        browsing.expectStatus(401, SignInForm.PATH);
        var form = SignInForm.on(browsing.page());

        form.fill(anna.email(), "not the password").submit().click();

        assertThat(form.alert()).hasText(form.texts().get("signIn.wrong"));
        assertThat(form.email()).hasValue(anna.email());
        assertThat(form.password()).isEmpty();
    }

    @Test
    @DisplayName("works at the second try")
    void worksAtSecondTry(Account anna, Browsing browsing) {
        browsing.expectStatus(401, SignInForm.PATH);
        var form = SignInForm.on(browsing.page());
        form.fill(anna.email(), "not the password").submit().click();

        form.password().fill(anna.password());
        form.submit().click();

        assertThat(form.page()).not().hasURL(FORM);
        assertThat(whoIsIn(form.page())).contains(anna.id());
    }

    @Test
    @DisplayName("works with JavaScript switched off")
    void needsNoScript(Account anna, Browsing browsing) {
        browsing.expectStatus(401, SignInForm.PATH);
        var form = SignInForm.on(browsing.withoutScript().page());
        form.fill(anna.email(), "not the password").submit().click();
        assertThat(form.alert()).hasText(form.texts().get("signIn.wrong"));

        form.signIn(anna);

        assertThat(form.page()).not().hasURL(FORM);
        assertThat(whoIsIn(form.page())).contains(anna.id());
    }

    @Test
    @DisplayName("works by keyboard alone, and begins in the first field")
    void worksByKeyboard(Account anna, Browsing browsing) {
        var form = SignInForm.on(browsing.page());
        var keyboard = form.page().keyboard();

        assertThat(form.email()).isFocused();
        keyboard.type(anna.email());
        keyboard.press("Tab");
        assertThat(form.password()).isFocused();
        keyboard.type(anna.password());
        keyboard.press("Enter");

        assertThat(form.page()).not().hasURL(FORM);
        assertThat(whoIsIn(form.page())).contains(anna.id());
    }

    @Test
    @DisplayName("begins one session when the button is clicked twice")
    void beginsOneSession(Account anna, Browsing browsing, TestDatabase database) {
        var form = SignInForm.on(browsing.page());
        var before = sessions(anna, database);

        form.fill(anna.email(), anna.password()).submit().dblclick(AS_HANDS_DO);

        assertThat(form.page()).not().hasURL(FORM);
        assertThat(whoIsIn(form.page())).contains(anna.id());
        assertThat(sessions(anna, database)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("is not asked for again in another tab of the same browser")
    void holdsInOtherTabs(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);

        var other = page.context().newPage();
        other.navigate("/");

        assertThat(whoIsIn(other)).contains(anna.id());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("speaks the browser's language, and fits into windows wide and narrow")
    @MethodSource("languages")
    void speaks(String language, Browsing browsing) {
        var page = browsing.in(language).wide(Browsing.WIDE).page();

        var form = SignInForm.on(page, language);

        assertThat(form.email()).isVisible();
        assertThat(form.password()).isVisible();
        assertThat(form.submit()).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        Texts.requireNoKeys(page);
        for (var width : List.of(Browsing.WIDE, Browsing.NARROWEST)) {
            page.setViewportSize(width, 800);
            Layout.requireNoOverflow(page);
        }
    }

    static Stream<String> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("is open to everybody, also where it refuses")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROW})
    void isAccessible(int width, Account anna, Browsing browsing) {
        browsing.expectStatus(401, SignInForm.PATH);
        var form = SignInForm.on(browsing.wide(width).page());

        Axe.checkBothSchemes(form.page());
        form.fill(anna.email(), "not the password").submit().click();
        assertThat(form.alert()).isVisible();
        Axe.checkBothSchemes(form.page());
        Layout.requireNoOverflow(form.page());
    }

    /** What the API says to the cookies of this browser. */
    private static String whoIsIn(Page page) {
        return page.request().get("/api/v1/auth/me").text();
    }

    private static long sessions(Account account, TestDatabase database) {
        return database.count(
                "select count(*) from auth_session where account_id = ?", account.id());
    }
}
