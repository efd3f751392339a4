package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.DblclickOptions;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Bench;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;

@BrowserTest
@DisplayName("Creating a key in the console")
class CreatingKeysIT {

    private static final DblclickOptions AS_HANDS_DO = new DblclickOptions().setDelay(40);
    private static final String HOSTILE = "<img src=x onerror=alert(1)>'\"#{1}";
    private static final String KEYS = "/developer/keys";

    @Test
    @DisplayName("shows one to copy, which is good until it is revoked")
    void journey(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

        dialog.label().fill("CI");
        dialog.create().click();
        var raw = dialog.raw();
        dialog.secretButton("Copy API key").click();

        assertThat(dialog.secretButton("Copied API key")).isVisible();
        assertThat(dialog.page().evaluate("navigator.clipboard.readText()")).isEqualTo(raw);
        assertThat(dialog.secretButton("Copy API key")).isVisible();
        assertThat(anna.verify(raw)).isEqualTo("VALID");
        dialog.stored().click();
        assertThat(dialog.key()).hasCount(0);
        var key = anna.api().get(KEYS).expect(200);
        assertThat(key.text("keys.0.label")).isEqualTo("CI");
        anna.api().delete(KEYS + "/" + key.text("keys.0.id")).expect(204);
        assertThat(anna.verify(raw)).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("puts it where it is wished, with what it may do, until when")
    void takesAllFields(Account anna, Browsing browsing) {
        anna.createProject("Billing");
        var dialog = CreateKeyDialog.of(anna, browsing);

        dialog.project().selectOption("Billing");
        dialog.label().fill(" CI ");
        dialog.optional("Description").fill("for the\npipeline");
        dialog.tickOnly("read", "update");
        dialog.field("Expires").selectOption("After another number of days");
        dialog.field("Days until it expires").fill("14");
        dialog.create().click();
        var raw = dialog.raw();

        assertThat(anna.verify(raw)).isEqualTo("VALID");
        var keys = anna.api().get(KEYS).expect(200);
        assertThat(keys.text("keys.0.project.name")).isEqualTo("Billing");
        assertThat(keys.text("keys.0.label")).isEqualTo("CI");
        assertThat(keys.text("keys.0.description")).isEqualTo("for the pipeline");
        assertThat(keys.text("keys.0.expiresAt")).isNotEmpty();
        assertThat(keys.get("keys.0.scopes").toString()).isEqualTo("[\"read\",\"update\"]");
    }

    @Test
    @DisplayName("brings its project with it, a default one at first")
    void createsProjects(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.create().click();
        dialog.raw();
        dialog.stored().click();

        dialog.open();
        assertThat(dialog.project().locator("option:checked")).hasText("Default");
        dialog.project().selectOption("New project");
        dialog.field("Name of the new project").fill("Shop");
        dialog.create().click();
        dialog.raw();
        dialog.stored().click();

        var projects = anna.api().get("/developer/projects").expect(200);
        assertThat(projects.texts("projects", "name")).containsExactly("Default", "Shop");
        dialog.open();
        assertThat(dialog.project().locator("option"))
                .hasText(new String[] {"Default", "Shop", "New project"});
        assertThat(dialog.project().locator("option:checked")).hasText("Default");
    }

    @Test
    @DisplayName("says at each field what is wrong with it, and keeps all that was typed")
    void keepsValues(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        var longLabel = "x".repeat(65);
        dialog.project().selectOption("New project");
        dialog.label().fill(longLabel);
        dialog.optional("Description").fill("for the pipeline");
        dialog.field("Expires").selectOption("After another number of days");
        dialog.field("Days until it expires").fill("3651");
        dialog.tickOnly();
        dialog.create().click();
        assertThat(dialog.form()).containsText("At most 64 characters.");
        assertThat(dialog.label()).isFocused();
        assertThat(dialog.label()).hasValue(longLabel);

        dialog.label().fill("CI");
        dialog.create().click();
        assertThat(dialog.form()).containsText("Tick at least one scope.");
        assertThat(dialog.form()).containsText("A whole number from 1 to 3,650.");
        assertThat(dialog.form()).containsText("This is required.");

        assertThat(dialog.field("Name of the new project")).isFocused();
        assertThat(dialog.label()).hasValue("CI");
        assertThat(dialog.optional("Description")).hasValue("for the pipeline");
        assertThat(dialog.field("Days until it expires")).hasValue("3651");
        assertThat(dialog.field("read")).not().isChecked();
        assertThat(anna.api().get(KEYS).expect(200).get("keys")).isEmpty();
        dialog.field("Name of the new project").fill("Shop");
        dialog.field("Days until it expires").fill("3650");
        dialog.tickOnly("read");
        dialog.create().click();
        assertThat(anna.verify(dialog.raw())).isEqualTo("VALID");
    }

    @Test
    @DisplayName("keeps what was typed when the project is gone meanwhile")
    void losesProject(Account anna, Browsing browsing) {
        var project = anna.createProject("Billing");
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.project().selectOption("Billing");
        dialog.label().fill("CI");
        anna.api().delete("/developer/projects/" + project).expect(204);

        dialog.create().click();

        assertThat(dialog.page().getByText("This project does not exist any more.")).isVisible();
        assertThat(dialog.label()).hasValue("CI");
        dialog.create().click();
        dialog.raw();
    }

    @Test
    @DisplayName("works by keyboard alone, and Enter twice does not lose it")
    void worksByKeyboard(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);
        page.navigate(CreateKeyDialog.PATH);
        var dialog = new CreateKeyDialog(page);
        dialog.opener().focus();

        press(page, "Enter");
        assertThat(dialog.project()).isFocused();
        press(page, "Tab");
        assertThat(dialog.label()).isFocused();
        page.keyboard().type("By keyboard");
        press(page, "Tab", "Tab", "Tab", "Space", "Tab", "Space");
        assertThat(dialog.field("write")).isFocused();
        press(page, "Enter", "Enter");
        dialog.raw();
        press(page, "Enter", "Escape", "Escape");
        assertThat(dialog.key()).isVisible();
        dialog.stored().focus();
        press(page, "Enter");

        assertThat(dialog.secret()).isHidden();
        assertThat(dialog.opener()).isFocused();
        var keys = anna.api().get(KEYS).expect(200);
        assertThat(keys.text("keys.0.label")).isEqualTo("By keyboard");
        assertThat(keys.get("keys.0.scopes").toString()).isEqualTo("[\"update\",\"delete\"]");
        assertThat(keys.get("total").asInt()).isEqualTo(1);
    }

    private static void press(Page page, String... names) {
        List.of(names).forEach(name -> page.keyboard().press(name));
    }

    @Test
    @DisplayName("creates one when the button is clicked twice")
    void createsOne(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);

        dialog.create().dblclick(AS_HANDS_DO);

        dialog.raw();
        assertThat(anna.api().get(KEYS).expect(200).get("total").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("leaves nothing of it in the page, its address, its title or the log")
    void forgets(Account anna, Browsing browsing, Bench bench) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        var page = dialog.page();
        dialog.create().click();
        var raw = dialog.raw();
        assertThat(page.url()).endsWith(CreateKeyDialog.PATH);
        assertThat(page.title()).doesNotContain(raw);

        dialog.stored().click();
        assertThat(dialog.key()).hasCount(0);

        assertThat(page.content()).doesNotContain(raw);
        assertThat(page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])"))
                .asString()
                .doesNotContain(raw);
        assertThat(bench.server().report()).contains(anna.id()).doesNotContain(raw);
    }

    @Test
    @DisplayName("does not show it again by a reload or the way back")
    void showsOnce(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        var page = dialog.page();
        dialog.create().click();
        var raw = dialog.raw();

        page.navigate("/console/projects");
        page.goBack();
        assertThat(dialog.opener()).isVisible();
        assertThat(page.content()).doesNotContain(raw);
        page.reload();
        assertThat(page.content()).doesNotContain(raw);
    }

    @Test
    @DisplayName("takes it out of a page that the browser keeps to come back to")
    void isNotKept(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.create().click();
        var raw = dialog.raw();

        dialog.page()
                .evaluate(
                        "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");

        assertThat(dialog.page().content()).doesNotContain(raw);
        assertThat(dialog.secret()).isHidden();
    }

    @Test
    @DisplayName("says so when it cannot be copied, and selects it")
    void saysNotCopied(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.create().click();
        var raw = dialog.raw();
        dialog.page()
                .evaluate("() => { navigator.clipboard.writeText = () => Promise.reject('no'); }");

        dialog.secretButton("Copy API key").click();

        assertThat(dialog.page().getByText("Copying failed.")).isVisible();
        assertThat(dialog.page().evaluate("getSelection().toString().trim()")).isEqualTo(raw);
    }

    @Test
    @DisplayName("tells how to use it")
    void tellsHowToUse(Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.create().click();
        var raw = dialog.raw();
        var secret = dialog.secret();

        assertThat(secret.getByText("KEYWARDEN_API_KEY=" + raw)).isVisible();
        secret.getByText("Verify it with curl").click();
        assertThat(secret.getByText("curl -s " + browsing.server() + "/api/v1/keys/verify"))
                .isVisible();
        secret.getByText("Verify it with Java").click();
        assertThat(secret.getByText("HttpRequest.newBuilder()")).isVisible();
    }

    @Test
    @DisplayName("shows what people typed as text")
    void escapes(Account anna, Browsing browsing) {
        anna.createProject(HOSTILE);
        var dialog = CreateKeyDialog.of(anna, browsing);
        assertThat(dialog.project().locator("option").filter(hasText(HOSTILE))).hasCount(1);
        dialog.label().fill(HOSTILE);
        dialog.optional("Description").fill(HOSTILE);
        dialog.tickOnly();
        dialog.create().click();
        assertThat(dialog.form()).containsText("Tick at least one scope.");
        assertThat(dialog.label()).hasValue(HOSTILE);
        assertThat(dialog.optional("Description")).hasValue(HOSTILE);

        dialog.tickOnly("read");
        dialog.create().click();

        dialog.raw();
        assertThat(dialog.secret().getByText(HOSTILE)).isVisible();
    }

    private static com.microsoft.playwright.Locator.FilterOptions hasText(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("is open to everybody, also where it refuses")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROW, Browsing.NARROWEST})
    void isAccessible(int width, Account anna, Browsing browsing) {
        var dialog = CreateKeyDialog.of(anna, browsing.wide(width));
        check(dialog);
        dialog.project().selectOption("New project");
        dialog.tickOnly();
        dialog.create().click();
        assertThat(dialog.form()).containsText("Tick at least one scope.");
        check(dialog);
        dialog.project()
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(0));
        dialog.tickOnly("read");
        dialog.create().click();
        dialog.raw();
        for (var fold : List.of("curl", "Java")) {
            check(dialog);
            dialog.secret().getByText("Verify it with " + fold).click();
        }
        check(dialog);
    }

    private static void check(CreateKeyDialog dialog) {
        Axe.checkBothSchemes(dialog.page());
        Layout.requireNoOverflow(dialog.page());
        assertThat(
                        dialog.page()
                                .evaluate(
                                        "[...document.querySelectorAll('dialog[open]')].every(e =>"
                                                + " e.scrollWidth <= e.clientWidth)"))
                .isEqualTo(true);
    }
}
