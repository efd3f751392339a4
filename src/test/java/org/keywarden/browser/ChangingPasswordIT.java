package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;
import static org.keywarden.testing.Eventually.eventually;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

@BrowserTest
@DisplayName("Changing the password")
class ChangingPasswordIT {

    private static final String NEW = "another password of the tests";

    @Test
    @DisplayName("takes the current one and twice the new one, and ends the other sessions")
    void changes(Account anna, Api api, Browsing browsing) {
        SeenSecrets.remember(NEW);
        var form = ProfileForms.on(browsing.signedIn(anna));
        assertThat(form.sessions()).hasCount(2);

        var dialog = form.passwords();
        form.fill(anna.password(), NEW, NEW);
        form.in(dialog, "profile.password.change").dblclick();

        assertThat(dialog).isHidden();
        assertThat(form.told()).containsText(form.texts().get("profile.password.changed"));
        assertThat(form.page().locator(".kw-toast")).hasCount(1);
        assertThat(form.sessions()).hasCount(1);
        assertThat(form.thisSession()).isVisible();
        eventually(() -> anna.api().get("/auth/me").status(), status -> status == 401);
        signIn(api, anna, anna.password(), 401);
        signIn(api, anna, NEW, 200);
        form.page().reload();
        assertThat(form.sessions()).hasCount(2);
    }

    private static void signIn(Api api, Account anna, String password, int status) {
        api.post("/auth/login", fields("email", anna.email(), "password", password)).expect(status);
    }

    @Test
    @DisplayName("says what is wrong at its field, and gives no password back")
    void saysWhatIsWrong(Account anna, Browsing browsing, TestDatabase database) {
        var before = hash(anna, database);
        var form = ProfileForms.on(browsing.signedIn(anna));
        var dialog = form.passwords();
        var errors = dialog.locator(".kw-field-error");

        form.fill(anna.password(), "eleven chr.", "eleven chr.");
        form.in(dialog, "profile.password.change").click();
        assertThat(errors).hasText(form.texts().get("profile.password.rule"));
        assertEmpty(dialog);

        form.fill(anna.password(), NEW, NEW + "x");
        form.in(dialog, "profile.password.change").click();
        assertThat(errors).hasText(form.texts().get("profile.password.differs"));
        assertEmpty(dialog);

        form.fill("not the password", NEW, NEW);
        form.in(dialog, "profile.password.change").click();
        assertThat(form.told()).containsText(form.texts().get("problem.CURRENT_PASSWORD_WRONG"));
        assertThat(dialog).isVisible();
        assertEmpty(dialog);

        assertThat(form.page().content()).doesNotContain(NEW, anna.password(), "eleven chr.");
        assertThat(hash(anna, database)).isEqualTo(before);
    }

    @Test
    @DisplayName("forgets what was typed when it is given up")
    void forgets(Account anna, Browsing browsing) {
        var form = ProfileForms.on(browsing.signedIn(anna));
        var dialog = form.passwords();
        form.fill(anna.password(), NEW, NEW);

        form.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
        form.passwords();

        assertEmpty(dialog);
    }

    private static void assertEmpty(Locator dialog) {
        for (var name : new String[] {"current", "wanted", "repeated"}) {
            assertThat(dialog.locator("input[name$=':" + name + "']")).hasValue("");
        }
    }

    private static String hash(Account account, TestDatabase database) {
        return database.rows("select password_hash from account where id = ?", account.id())
                .get(0)
                .get(0);
    }
}
