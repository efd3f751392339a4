package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.DblclickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;

@BrowserTest
@DisplayName("Managing users")
class ManagingUsersIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final DblclickOptions AS_HANDS_DO = new DblclickOptions().setDelay(40);

    private final String email = UUID.randomUUID().toString().replace("-", "") + "@keywarden.test";

    private Account admin;

    @BeforeEach
    void signIn(Accounts accounts) {
        admin = accounts.createAdministrator();
    }

    @Test
    @DisplayName("creates somebody, whose temporary password is shown once and works")
    void creates(Accounts accounts, Browsing browsing) {
        var users = UserList.on(browsing.signedIn(admin), email);
        assertThat(users.page().locator(".kw-empty")).isVisible();
        var dialog = users.startCreating();
        users.field(dialog, "users.email").fill(email);
        users.field(dialog, "users.name").fill(HOSTILE);

        users.confirm(dialog, "users.create").click();

        assertThat(users.dialog("users.temporary.title")).isVisible();
        var password = users.temporaryPassword();
        assertThat(accounts.signIn(email, password)).isNotBlank();
        Axe.checkBothSchemes(users.page());
        assertThat(users.row(email)).containsText(HOSTILE);
        assertThat(users.page().locator("main img")).hasCount(0);
    }

    @Test
    @DisplayName("forgets the temporary password when its dialog closes, which Esc does not do")
    void forgetsPassword(Browsing browsing) {
        var page = browsing.signedIn(admin);
        var users = create(page);
        var password = users.temporaryPassword();

        page.keyboard().press("Escape");
        assertThat(users.dialog("users.temporary.title")).isVisible();
        users.closeTemporaryPassword();

        assertThat(users.dialog("users.temporary.title")).isHidden();
        assertThat(page.content()).doesNotContain(password);
        page.navigate("/console/projects");
        page.goBack();
        assertThat(users.row(email)).isVisible();
        assertThat(page.content()).doesNotContain(password);
    }

    @Test
    @DisplayName("forgets the temporary password when the page is left with its dialog open")
    void forgetsPasswordOnLeaving(Browsing browsing) {
        var page = browsing.signedIn(admin);
        var password = create(page).temporaryPassword();

        page.navigate("/console/projects");
        page.goBack();

        assertThat(UserList.on(page, email).row(email)).isVisible();
        assertThat(page.content()).doesNotContain(password);
        page.goBack();
        assertThat(page.content()).doesNotContain(password);
    }

    @Test
    @DisplayName("creates one when the button is clicked twice")
    void createsOne(Browsing browsing, TestDatabase database) {
        var users = UserList.on(browsing.signedIn(admin), email);
        var dialog = users.startCreating();
        users.field(dialog, "users.email").fill(email);

        users.confirm(dialog, "users.create").dblclick(AS_HANDS_DO);

        assertThat(users.dialog("users.temporary.title")).isVisible();
        users.temporaryPassword();
        assertThat(users.toast(users.texts().get("users.created", email))).hasCount(1);
        assertThat(users.page().locator(".kw-toast")).hasCount(1);
        assertThat(database.count("select count(*) from account where email = ?", email))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("says what cannot be, and keeps what was typed")
    void refuses(Account anna, Browsing browsing) {
        var users = UserList.on(browsing.signedIn(admin), anna.email());
        var texts = users.texts();
        var dialog = users.startCreating();
        users.field(dialog, "users.name").fill("Anna A.");
        users.field(dialog, "users.role").selectOption("ADMIN");
        users.field(dialog, "users.email").fill("nobody");
        users.field(dialog, "users.password").fill("too short");

        users.confirm(dialog, "users.create").click();
        assertThat(dialog.getByText(texts.get("users.email.invalid"))).isVisible();
        assertThat(dialog.getByText(texts.get("users.password.invalid", 12, 200))).isVisible();
        assertThat(users.field(dialog, "users.email")).isFocused();
        users.field(dialog, "users.email").fill(anna.email());
        users.field(dialog, "users.password").fill("a password of " + anna.id());
        users.confirm(dialog, "users.create").click();

        assertThat(users.toast(texts.get("problem.EMAIL_TAKEN"))).isVisible();
        assertThat(users.field(dialog, "users.email")).hasValue(anna.email());
        assertThat(users.field(dialog, "users.name")).hasValue("Anna A.");
        assertThat(users.field(dialog, "users.role")).hasValue("ADMIN");
        assertThat(users.field(dialog, "users.password")).hasValue("a password of " + anna.id());
        assertThat(users.page().content()).doesNotContain("a password of " + anna.id());
    }

    @Test
    @DisplayName("takes a password that is given, by keyboard alone")
    void takesPassword(Accounts accounts, Browsing browsing) {
        var password = "given to " + email;
        SeenSecrets.remember(password);
        var users = UserList.on(browsing.signedIn(admin), email);
        var dialog = users.startCreating();
        var keyboard = users.page().keyboard();

        assertThat(users.field(dialog, "users.email")).isFocused();
        keyboard.type(email);
        keyboard.press("Tab");
        keyboard.press("Tab");
        keyboard.press("Tab");
        assertThat(users.field(dialog, "users.password")).isFocused();
        keyboard.type(password);
        keyboard.press("Enter");

        assertThat(users.row(email)).isVisible();
        assertThat(users.dialog("users.temporary.title")).isHidden();
        assertThat(dialog).isHidden();
        assertThat(accounts.signIn(email, password)).isNotBlank();
    }

    @Test
    @DisplayName("changes name and role")
    void edits(Account anna, Browsing browsing) {
        var users = UserList.on(browsing.signedIn(admin), anna.email());
        var texts = users.texts();
        anna.api().get("/admin/users").expect(403);

        var dialog = users.choose(anna.email(), "users.edit");
        users.field(dialog, "users.name").fill(HOSTILE);
        users.field(dialog, "users.role").selectOption("ADMIN");
        users.confirm(dialog, "users.save").click();

        assertThat(users.row(anna.email())).containsText(texts.get("users.role.ADMIN"));
        assertThat(users.row(anna.email())).containsText(HOSTILE);
        assertThat(users.page().locator("main img")).hasCount(0);
        anna.api().get("/admin/users").expect(200);
    }

    @Test
    @DisplayName("suspends somebody with session and keys, and resumes them")
    void suspends(Account anna, Browsing browsing) {
        var key = anna.issue();
        var users = UserList.on(browsing.signedIn(admin), anna.email());
        var texts = users.texts();

        users.confirm(users.choose(anna.email(), "users.suspend"), "users.suspend").click();
        assertThat(users.row(anna.email())).containsText(texts.get("users.suspended"));
        assertThat(admin.verify(key.raw())).isEqualTo("OWNER_SUSPENDED");
        anna.api().get("/auth/me").expectProblem(403, "ACCOUNT_SUSPENDED");

        users.confirm(users.choose(anna.email(), "users.resume"), "users.resume").click();
        assertThat(users.row(anna.email())).containsText(texts.get("users.active"));
        assertThat(admin.verify(key.raw())).isEqualTo("VALID");
        anna.api().get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("resets a password, which ends the sessions")
    void resets(Account anna, Accounts accounts, Browsing browsing) {
        var users = UserList.on(browsing.signedIn(admin), anna.email());

        users.confirm(users.choose(anna.email(), "users.reset"), "users.reset").click();

        assertThat(users.dialog("users.temporary.title")).containsText(anna.email());
        var password = users.temporaryPassword();
        anna.api().get("/auth/me").expect(401);
        assertThat(accounts.signIn(anna.email(), password)).isNotBlank();
    }

    @Test
    @DisplayName("keeps the last administrator")
    void keepsLastAdministrator(Browsing browsing, TestDatabase database) {
        var users = UserList.on(browsing.signedIn(admin), admin.email());
        var others =
                database.rows(
                        "select id from account where role = 'ADMIN' and id <> ?", admin.id());
        others.forEach(other -> setRole(database, other.get(0), "DEVELOPER"));
        try {
            var dialog = users.choose(admin.email(), "users.suspend");
            users.confirm(dialog, "users.suspend").click();

            var toast = users.toast(users.texts().get("problem.LAST_ADMINISTRATOR"));
            assertThat(toast).isVisible();
            assertThat(dialog).containsText(admin.email());
        } finally {
            others.forEach(other -> setRole(database, other.get(0), "ADMIN"));
        }
        admin.api().get("/admin/users").expect(200);
    }

    @Test
    @DisplayName("lets administrators suspend themselves, and says so at their next step")
    void suspendsOneself(Browsing browsing) {
        browsing.expectStatus(403, UserList.PATH);
        var users = UserList.on(browsing.signedIn(admin), admin.email());

        users.confirm(users.choose(admin.email(), "users.suspend"), "users.suspend").click();
        assertThat(users.row(admin.email())).containsText(users.texts().get("users.suspended"));
        users.page().reload();

        assertThat(users.page().getByText(users.texts().get("error.suspended.title"))).isVisible();
    }

    @Test
    @DisplayName("is refused to everybody else, by hand too")
    void isForAdministrators(Account anna, Browsing browsing, TestDatabase database) {
        browsing.expectStatus(403, UserList.PATH);
        var page = browsing.signedIn(anna);

        assertThat(page.navigate(UserList.PATH).status()).isEqualTo(403);
        assertThat(page.locator("main table")).hasCount(0);
        assertThat(post(page, browsing)).isEqualTo(403);
        assertThat(database.count("select count(*) from account where email = ?", email)).isZero();

        assertThat(post(browsing.signedIn(admin), browsing)).isEqualTo(200);
        assertThat(database.count("select count(*) from account where email = ?", email))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("fits into a phone, dialogs too, and is open to everybody there")
    void fits(Browsing browsing) {
        var users = UserList.on(browsing.wide(Browsing.NARROWEST).signedIn(admin), admin.email());

        Axe.checkBothSchemes(users.page());
        Layout.requireNoOverflow(users.page());
        assertThat(users.startCreating()).isVisible();
        Axe.checkBothSchemes(users.page());
        Layout.requireNoOverflow(users.page());
    }

    private static void setRole(TestDatabase database, String id, String role) {
        database.change("update account set role = ? where id = ?", role, id);
    }

    private UserList create(Page page) {
        var users = UserList.on(page, email);
        var dialog = users.startCreating();
        users.field(dialog, "users.email").fill(email);
        users.confirm(dialog, "users.create").click();
        assertThat(users.dialog("users.temporary.title")).isVisible();
        return users;
    }

    /** The form to create somebody, sent without the page, as its script sends it. */
    private int post(Page page, Browsing browsing) {
        var form =
                FormData.create()
                        .set("createForm", "createForm")
                        .set("createForm:email", email)
                        .set("createForm:role", "ADMIN")
                        .set("createForm:password", "a password of the tests")
                        .set("createForm:submit", "createForm:submit")
                        .set("jakarta.faces.partial.ajax", "true")
                        .set("jakarta.faces.source", "createForm:submit")
                        .set("jakarta.faces.partial.execute", "createForm")
                        .set("jakarta.faces.ViewState", "stateless");
        var options =
                RequestOptions.create()
                        .setForm(form)
                        .setHeader("Faces-Request", "partial/ajax")
                        .setHeader("Origin", browsing.server().toString());
        return page.request().post(UserList.PATH, options).status();
    }
}
