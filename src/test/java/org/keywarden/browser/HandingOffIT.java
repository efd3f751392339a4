package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Eventually.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.DblclickOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Bench;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;

@BrowserTest
@DisplayName("Getting a key from a provider in the console")
class HandingOffIT {

    private static final String KEYS = "/developer/keys";
    private static final String CALLBACK = "/api/v1/auth/providers/sandbox/callback";
    private static final String APPROVE = "Issue a key";
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(15_000);
    private static final DblclickOptions AS_HANDS_DO = new DblclickOptions().setDelay(40);

    @ParameterizedTest
    @DisplayName("shows it once it has come, with the settings of the form")
    @ValueSource(strings = {APPROVE, "Issue a key, but five seconds late"})
    void approved(String behaviour, Account anna, Browsing browsing, Bench bench) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.label().fill("From the sandbox");
        dialog.tickOnly("read");

        var tab = dialog.continueToSandbox();
        assertThat(dialog.progress())
                .hasText("Sign in at Sandbox in the other tab. The key comes here by itself.");
        assertThat(tab.evaluate("window.opener")).isNull();
        CreateKeyDialog.answer(tab, behaviour);
        var raw = dialog.raw();

        assertThat(anna.verify(raw)).isEqualTo("VALID");
        var keys = anna.api().get(KEYS).expect(200);
        assertThat(keys.text("keys.0.label")).isEqualTo("From the sandbox");
        assertThat(keys.text("keys.0.billingProvider.slug")).isEqualTo("sandbox");
        assertThat(keys.get("keys.0.scopes").toString()).isEqualTo("[\"read\"]");
        dialog.stored().click();
        assertThat(dialog.key()).hasCount(0);
        assertThat(dialog.page().content()).doesNotContain(raw);
        assertThat(bench.server().report()).contains(anna.id()).doesNotContain(raw);
        dialog.open();
        assertThat(dialog.source("Keywarden")).isChecked();
        assertThat(dialog.label()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("says at once that there is none, and keeps the form")
    @CsvSource({
        "'Refuse, as if you had said no', You said no at the provider. No key was issued.",
        "'Agree, and then fail when the key is fetched', The provider gave no key. Try again.",
        "Answer with a web page in place of a key, The provider gave no key. Try again."
    })
    void refused(String behaviour, String said, Account anna, Browsing browsing) {
        browsing.expectStatus(400, CALLBACK);
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.label().fill("From the sandbox");
        dialog.tickOnly("read");

        CreateKeyDialog.answer(dialog.continueToSandbox(), behaviour);

        assertThat(dialog.complaint()).hasText(said, PATIENTLY);
        assertIsForm(dialog);
        assertThat(anna.api().get(KEYS).expect(200).get("keys")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("says at once how it ended elsewhere, and keeps the form")
    @CsvSource({
        "expires_at = current_timestamp, Ten minutes have passed without a key. Start again.",
        "status = 'REDEEMED', 'This key was fetched before, perhaps in another window. Look for it in the list.'"
    })
    void ended(String change, String said, Account anna, Browsing browsing, TestDatabase database) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.label().fill("From the sandbox");
        dialog.tickOnly("read");
        dialog.continueToSandbox();

        database.change("update hand_off set " + change + " where user_id = ?", anna.id());

        assertThat(dialog.complaint()).hasText(said, PATIENTLY);
        assertIsForm(dialog);
    }

    @Test
    @DisplayName("can be given up and tried again")
    void cancelled(Account anna, Browsing browsing, TestDatabase database) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.label().fill("From the sandbox");
        dialog.tickOnly("read");
        dialog.continueToSandbox();

        dialog.button("Cancel").click();

        assertIsForm(dialog);
        assertThat(dialog.complaint()).isHidden();
        eventually(() -> statuses(anna, database), List.of("EXPIRED")::equals);
        CreateKeyDialog.answer(dialog.continueToSandbox(), APPROVE);
        dialog.raw();
        assertThat(starts(anna, database)).isEqualTo(2);
    }

    @Test
    @DisplayName("ends with its dialog: nobody asks any more, and no key comes of it")
    void closed(Account anna, Browsing browsing, TestDatabase database) {
        browsing.expectStatus(400, CALLBACK);
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        var tab = dialog.continueToSandbox();
        dialog.page().keyboard().press("Escape");
        assertThat(dialog.form()).isHidden();
        eventually(() -> statuses(anna, database), List.of("EXPIRED")::equals);

        dialog.open();

        assertThat(dialog.create().or(dialog.button("Continue to Sandbox"))).isVisible();
        assertThat(dialog.page().content()).doesNotContain("login_session_id=");
        CreateKeyDialog.answer(tab, APPROVE);
        assertThat(tab.getByText("It is too late for this")).isVisible();
        assertThat(statuses(anna, database)).containsExactly("EXPIRED");
        assertThat(anna.api().get(KEYS).expect(200).get("keys")).isEmpty();
    }

    @Test
    @DisplayName("ends with its dialog also when that closes before it has begun")
    void closedAtOnce(Account anna, Browsing browsing, TestDatabase database) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.source("Sandbox").check();

        dialog.page()
                .evaluate(
                        """
                        document.getElementById('createKeyForm:submit').click();
                        document.getElementById('createKey').close();
                        """);

        eventually(() -> statuses(anna, database), List.of("EXPIRED")::equals);
        assertThat(dialog.form()).isHidden();
    }

    @Test
    @DisplayName("opens no tab that stays when the form is refused")
    void validatesFirst(Account anna, Browsing browsing, TestDatabase database) {
        var dialog = CreateKeyDialog.of(anna, browsing);
        dialog.tickOnly();
        dialog.source("Sandbox").check();

        var tab =
                dialog.page()
                        .context()
                        .waitForPage(() -> dialog.button("Continue to Sandbox").click());

        assertThat(dialog.form()).containsText("Tick at least one scope.");
        if (!tab.isClosed()) {
            tab.waitForClose(() -> {});
        }
        assertThat(dialog.source("Sandbox")).isChecked();
        assertThat(starts(anna, database)).isZero();
    }

    @Test
    @DisplayName("begins once when the button is clicked twice")
    void beginsOnce(Account anna, Browsing browsing, TestDatabase database) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        dialog.source("Sandbox").check();

        var tab =
                dialog.page()
                        .context()
                        .waitForPage(
                                () -> dialog.button("Continue to Sandbox").dblclick(AS_HANDS_DO));
        tab.waitForURL("**/sandbox/sign-in?**");

        assertThat(dialog.progress()).isVisible();
        assertThat(dialog.page().context().pages()).hasSize(2);
        assertThat(starts(anna, database)).isEqualTo(1);
    }

    @Test
    @DisplayName("may begin five times a minute, as by the API")
    void isLimited(Account anna, Browsing browsing, TestDatabase database) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing);
        for (int i = 0; i < 5; i++) {
            dialog.continueToSandbox();
            dialog.button("Cancel").click();
        }

        dialog.button("Continue to Sandbox").click();

        assertThat(dialog.page().getByText("That was too often.")).isVisible();
        assertThat(starts(anna, database)).isEqualTo(5);
    }

    @Test
    @DisplayName("works in two windows at once, to each its own")
    void worksTwice(Account anna, Browsing browsing) {
        var one = CreateKeyDialog.toSandbox(anna, browsing);
        one.label().fill("one");
        var tabOfOne = one.continueToSandbox();
        var other = CreateKeyDialog.on(one.page().context().newPage());
        other.label().fill("other");
        var tabOfOther = other.continueToSandbox();

        CreateKeyDialog.answer(tabOfOther, APPROVE);
        var rawOfOther = other.raw();
        CreateKeyDialog.answer(tabOfOne, APPROVE);
        var rawOfOne = one.raw();

        assertThat(rawOfOne).isNotEqualTo(rawOfOther);
        assertThat(anna.api().get(KEYS).expect(200).texts("keys", "label"))
                .containsExactlyInAnyOrder("one", "other");
    }

    @Test
    @DisplayName("shows the name of a provider as text")
    void escapes(Accounts accounts, Browsing browsing) {
        var administrator = accounts.createAdministrator();
        var hostile = "\"><img src=x onerror=alert(1)>'#{1}";
        var id = provider(administrator, hostile);
        var dialog = CreateKeyDialog.of(administrator, browsing);

        dialog.source(hostile).check();

        assertThat(dialog.button("Continue to " + hostile)).isVisible();
        administrator.api().delete("/admin/billing-providers/" + id).expect(204);
        dialog.button("Continue to " + hostile).click();
        assertThat(dialog.page().getByText("This provider is not available any more.")).isVisible();
        assertThat(dialog.create()).isVisible();
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("is open to everybody while it waits, and when it has failed")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROW})
    void isAccessible(int width, Account anna, Browsing browsing, TestDatabase database) {
        var dialog = CreateKeyDialog.toSandbox(anna, browsing.wide(width));
        dialog.continueToSandbox();
        check(dialog);
        database.change(
                "update hand_off set expires_at = current_timestamp where user_id = ?", anna.id());
        assertThat(dialog.complaint()).containsText("Ten minutes");
        check(dialog);
    }

    private static void check(CreateKeyDialog dialog) {
        dialog.page().bringToFront();
        Axe.checkBothSchemes(dialog.page());
        Layout.requireNoOverflow(dialog.page());
    }

    private static String provider(Account administrator, String name) {
        return administrator
                .api()
                .post(
                        "/admin/billing-providers",
                        Account.fields(
                                "slug",
                                "x-" + java.util.UUID.randomUUID().toString().substring(0, 8),
                                "displayName",
                                name,
                                "exchange",
                                "token",
                                "authUrl",
                                "http://127.0.0.1:9/sign-in",
                                "apiBase",
                                "http://127.0.0.1:9"))
                .expect(201)
                .text("provider.id");
    }

    private static void assertIsForm(CreateKeyDialog dialog) {
        assertThat(dialog.label()).hasValue("From the sandbox");
        assertThat(dialog.field("read")).isChecked();
        assertThat(dialog.field("write")).not().isChecked();
        assertThat(dialog.source("Sandbox")).isChecked();
        assertThat(visible(dialog.button("Continue to Sandbox"))).hasCount(1);
    }

    private static Locator visible(Locator all) {
        return all.filter(new Locator.FilterOptions().setVisible(true));
    }

    private static long starts(Account account, TestDatabase database) {
        return database.count("select count(*) from hand_off where user_id = ?", account.id());
    }

    private static List<String> statuses(Account account, TestDatabase database) {
        return database.rows("select status from hand_off where user_id = ?", account.id()).stream()
                .map(row -> row.get(0))
                .toList();
    }
}
