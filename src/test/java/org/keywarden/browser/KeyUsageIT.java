package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("The usage on the page of a key")
class KeyUsageIT {

    private static final String PATH = "/console/key";
    private static final String COUNTED = "select sum(requests) from key_usage where key_id = ?";

    @Test
    @DisplayName("counts the verifications of this key, not those of others")
    void countsOneKey(Account anna, Browsing browsing, TestDatabase database) {
        var key = anna.issue();
        var other = anna.issue();
        anna.verify(key.raw());
        anna.verify(key.raw());
        anna.api().post("/keys/verify", fields("key", key.raw(), "requiredScope", "write"));
        anna.verify(other.raw());
        Eventually.eventually(() -> counted(database, key), "[[3]]"::equals);
        Eventually.eventually(() -> counted(database, other), "[[1]]"::equals);

        var page = browsing.signedIn(anna);
        page.navigate(PATH + "?id=" + key.id());
        var usage = new Overview(page, Texts.in("en"));

        assertThat(page.getByText("Usage in the last 30 days")).isVisible();
        assertThat(page.locator("[aria-labelledby=usage]")).containsText("Last used");
        assertThat(usage.table()).containsExactly(2L, 1L, 0L);
        assertThat(usage.drawn()).isEqualTo("2 1 0 seen");
        Axe.checkBothSchemes(page);
        page.setViewportSize(Browsing.NARROWEST, 800);
        Layout.requireNoOverflow(page);
    }

    private static String counted(TestDatabase database, Account.Key key) {
        return database.rows(COUNTED, key.id()).toString();
    }

    @Test
    @DisplayName("says how to verify a key that was never used")
    void tellsHowToBegin(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);

        page.navigate(PATH + "?id=" + anna.issue().id());

        assertThat(page.locator("[aria-labelledby=usage]")).containsText("Never used");
        assertThat(page.locator("#verifyCommand")).containsText("/api/v1/keys/verify");
    }

    @Test
    @DisplayName("is missing for whoever does not own the key, and for no key")
    void isOwn(Account anna, Account ben, Browsing browsing) {
        browsing.expectStatus(404, PATH);
        var page = browsing.signedIn(ben);

        var foreign = page.navigate(PATH + "?id=" + anna.issue().id());
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(page.navigate(PATH).status()).isEqualTo(404);
        assertThat(page.navigate(PATH + "?id=nonsense").status()).isEqualTo(404);
    }
}
