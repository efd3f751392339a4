package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

@BrowserTest
@DisplayName("The dialog to edit a key")
class EditKeyDialogIT {

    private static final String DIALOG = "keys.edit.title";

    @Test
    @DisplayName("changes what somebody changed, and shows it")
    void changes(Account anna, Browsing browsing) {
        var key = anna.issue("label", "before", "description", "kept", "expiresInDays", 6);
        var list = KeysPage.on(browsing.signedIn(anna)).choose("before", "keys.edit");
        assertThat(list.optional("keys.label")).isFocused();
        assertThat(list.scope("read")).isChecked();

        list.optional("keys.label").fill(" after ");
        list.scope("delete").check();
        list.button(DIALOG, "keys.save").click();

        assertThat(list.dialog(DIALOG)).isHidden();
        assertThat(list.says("keys.saved", "after")).isVisible();
        assertThat(list.names()).hasText(new String[] {"after"});
        var saved = key.read();
        assertThat(saved.text("key.label")).isEqualTo("after");
        assertThat(saved.text("key.description")).isEqualTo("kept");
        assertThat(saved.texts("key.scopes")).containsExactly("read", "delete");
        assertThat(saved.time("key.expiresAt")).isEqualTo(key.answer().time("key.expiresAt"));
    }

    @Test
    @DisplayName("leaves alone what another tab changed meanwhile")
    void leavesTheRest(Account anna, Browsing browsing) {
        var key = anna.issue("label", "mine", "description", "old");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("mine", "keys.edit");
        assertThat(list.optional("keys.description")).hasValue("old");
        anna.api().patch(key.path(), fields("description", "new")).expect(200);

        list.optional("keys.label").fill("still mine");
        list.button(DIALOG, "keys.save").click();

        assertThat(list.dialog(DIALOG)).isHidden();
        assertThat(key.read().text("key.label")).isEqualTo("still mine");
        assertThat(key.read().text("key.description")).isEqualTo("new");
    }

    @Test
    @DisplayName("moves the expiry by days, and takes it away")
    void movesExpiry(Account anna, Browsing browsing) {
        var key = anna.issue("label", "timed");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("timed", "keys.edit");
        assertThat(list.field("keys.expiry.customDays")).isHidden();

        list.field("keys.expires").selectOption("CUSTOM");
        list.field("keys.expiry.customDays").fill("10");
        list.button(DIALOG, "keys.save").click();
        assertThat(list.row("timed")).containsText("in 10 days");
        assertThat(Duration.between(Instant.now(), key.read().time("key.expiresAt")).toHours())
                .isBetween(238L, 240L);

        list.choose("timed", "keys.edit");
        list.field("keys.expires").selectOption("NEVER");
        list.button(DIALOG, "keys.save").click();
        assertThat(list.dialog(DIALOG)).isHidden();
        assertThat(key.read().get("key.expiresAt").isNull()).isTrue();
    }

    @Test
    @DisplayName("says what is wrong, and keeps what was typed")
    void keepsValues(Account anna, Browsing browsing) {
        var key = anna.issue("label", "before");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("before", "keys.edit");

        list.optional("keys.label").fill("after");
        list.optional("keys.description").fill("x".repeat(256));
        list.button(DIALOG, "keys.save").click();
        assertThat(list.says("problem.field.tooLong", 255)).isVisible();
        assertThat(list.optional("keys.description")).isFocused();
        assertThat(list.optional("keys.label")).hasValue("after");

        list.optional("keys.description").fill("short");
        list.scope("read").uncheck();
        list.field("keys.expires").selectOption("CUSTOM");
        list.field("keys.expiry.customDays").fill("soon");
        list.button(DIALOG, "keys.save").click();
        assertThat(list.says("keys.scopes.required")).isVisible();
        assertThat(list.says("keys.expiry.range")).isVisible();
        assertThat(list.optional("keys.description")).hasValue("short");
        assertThat(list.field("keys.expiry.customDays")).hasValue("soon");
        assertThat(key.read().text("key.label")).isEqualTo("before");

        list.scope("write").check();
        list.field("keys.expiry.customDays").fill("3");
        list.button(DIALOG, "keys.save").click();
        assertThat(list.dialog(DIALOG)).isHidden();
        assertThat(key.read().text("key.label")).isEqualTo("after");
        assertThat(key.read().texts("key.scopes")).containsExactly("write");
    }

    @Test
    @DisplayName("tells what it means to give a legacy key scopes, and does not do it unasked")
    void warnsOfLegacy(Account anna, Accounts accounts, Browsing browsing) {
        var key = importLegacy(anna, accounts.createAdministrator());
        var list = KeysPage.on(browsing.signedIn(anna));
        assertThat(list.row("old")).containsText(list.texts().get("keys.fullAccess"));
        assertThat(list.row("old")).containsText(list.texts().get("keys.legacy"));

        list.choose("old", "keys.edit");
        assertThat(list.says("keys.edit.legacy")).isVisible();
        assertThat(list.scope("read")).not().isChecked();
        list.optional("keys.label").fill("older");
        list.button(DIALOG, "keys.save").click();
        assertThat(list.dialog(DIALOG)).isHidden();
        assertThat(key.read().get("key.legacyFullAccess").asBoolean()).isTrue();

        list.choose("older", "keys.edit");
        list.scope("read").check();
        list.button(DIALOG, "keys.save").click();
        assertThat(list.dialog(DIALOG)).isHidden();
        assertThat(key.read().get("key.legacyFullAccess").asBoolean()).isFalse();
        assertThat(key.read().texts("key.scopes")).containsExactly("read");
    }

    @Test
    @DisplayName("offers no expiry for a rotated key, whose end is settled")
    void settlesEnd(Account anna, Browsing browsing) {
        anna.issue("label", "rotated").rotate("gracePeriodSeconds", 3600).expect(201);
        var list = KeysPage.on(browsing.signedIn(anna));

        list.menu("rotated").last().click();
        list.row("rotated").last().getByText(list.texts().get("keys.edit")).click();

        assertThat(list.says("keys.edit.rotated")).isVisible();
        assertThat(list.field("keys.expires")).hasCount(0);
    }

    @Test
    @DisplayName("changes a key once, however often it is clicked")
    void changesOnce(Account anna, Browsing browsing, TestDatabase database) {
        var key = anna.issue("label", "once");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("once", "keys.edit");

        list.field("keys.expires").selectOption("7");
        list.button(DIALOG, "keys.save").dblclick();

        assertThat(list.dialog(DIALOG)).isHidden();
        assertThat(list.row("once")).containsText("in 7 days");
        assertThat(
                        database.count(
                                "select count(*) from audit_entry where target = ?"
                                        + " and action = 'key.updated'",
                                key.id()))
                .isEqualTo(1);
    }

    private static Account.Key importLegacy(Account owner, Account administrator) {
        var raw = "old_" + UUID.randomUUID();
        SeenSecrets.remember(raw);
        var row =
                fields(
                        "ownerId",
                        owner.id(),
                        "rawApiKey",
                        raw,
                        "label",
                        "old",
                        "legacyFullAccess",
                        true);
        var answer = administrator.api().post("/admin/keys/import", fields("keys", List.of(row)));
        return new Account.Key(owner, answer.expect(200).text("results.0.id"), raw, answer);
    }
}
