package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

@BrowserTest
@DisplayName("The dialog to rotate a key")
class RotateKeyDialogIT {

    private static final String DIALOG = "keys.rotate.title";
    private static final Pattern KEY = Pattern.compile("kw_[0-9a-f]{16}_[0-9A-Za-z]{49}");

    @Test
    @DisplayName("shows the new key, and lets both work as long as it was told")
    void overlaps(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("shop", "keys.rotate");
        assertThat(list.dialog(DIALOG)).containsText("Never");

        list.field("keys.rotate.overlap").selectOption("900");
        list.button(DIALOG, "keys.rotate").click();

        var raw = secret(list);
        assertThat(anna.verify(raw)).isEqualTo("VALID");
        assertThat(anna.verify(key.raw())).isEqualTo("VALID");
        assertThat(Duration.between(Instant.now(), key.read().time("key.expiresAt")).toMinutes())
                .isBetween(13L, 15L);
        assertThat(list.dialog(DIALOG)).isHidden();
    }

    @Test
    @DisplayName("ends the old key at once, unless it is told otherwise")
    void endsAtOnce(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("shop", "keys.rotate");

        list.button(DIALOG, "keys.rotate").click();

        assertThat(anna.verify(secret(list))).isEqualTo("VALID");
        assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("rotates once, however often it is clicked")
    void rotatesOnce(Account anna, Browsing browsing, TestDatabase database) {
        anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("shop", "keys.rotate");

        list.button(DIALOG, "keys.rotate").dblclick();

        assertThat(anna.verify(secret(list))).isEqualTo("VALID");
        assertThat(database.count("select count(*) from api_key where owner_id = ?", anna.id()))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("says that somebody was quicker")
    void saysTooLate(Account anna, Browsing browsing) {
        var key = anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna)).choose("shop", "keys.rotate");
        assertThat(list.dialog(DIALOG)).isVisible();
        key.rotate("gracePeriodSeconds", 60).expect(201);

        list.button(DIALOG, "keys.rotate").click();

        assertThat(list.says("problem.KEY_ALREADY_ROTATED")).isVisible();
        assertThat(list.dialog(DIALOG)).isVisible();
        assertThat(list.names()).hasCount(2);
    }

    private static String secret(KeysPage list) {
        var shown = list.page().locator("dialog#secret").getByText(KEY).first();
        assertThat(shown).isVisible();
        var matcher = KEY.matcher(shown.textContent());
        assertThat(matcher.find()).isTrue();
        SeenSecrets.remember(matcher.group());
        return matcher.group();
    }
}
