package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.Eventually;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;

@BrowserTest
@DisplayName("The overview")
class OverviewIT {

    private static final String COUNTED =
            "select sum(requests) from owner_usage where owner_id = ?";
    private static final String COUNT =
            "insert into owner_usage (owner_id, hour_start, requests, denied) values (?, ?, ?, ?)";

    @Test
    @DisplayName("tells somebody without keys how to begin, and stops once there is a key")
    void showsFirstSteps(Account anna, Browsing browsing) {
        var overview = Overview.on(browsing.signedIn(anna));

        assertThat(overview.firstSteps()).isVisible();
        assertThat(overview.link("Create a key")).hasAttribute("href", "/console/keys?create=1");
        assertThat(overview.page().locator("code"))
                .containsText("curl " + browsing.server() + "/api/v1/keys/verify");
        assertThat(overview.page().locator("canvas")).hasCount(0);

        anna.issue();
        overview.page().reload();

        assertThat(overview.firstSteps()).hasCount(0);
        assertThat(overview.heading("usage.empty.title")).isVisible();
        assertThat(overview.page().locator("code")).containsText("/api/v1/keys/verify");
    }

    @Test
    @DisplayName("counts verifications by outcome, in figures, bars and a table alike")
    void countsVerifications(Account anna, Browsing browsing, TestDatabase database) {
        verifySome(anna, database);

        var overview = Overview.on(browsing.signedIn(anna));

        assertThat(overview.figure("overview.activeKeys")).containsExactly("1", "of 2 keys");
        assertThat(overview.figure("overview.verifications"))
                .containsExactly("6", "in the last 7 days");
        assertThat(overview.figure("overview.granted")).containsExactly("3", "50%");
        assertThat(overview.figure("overview.refused")).containsExactly("3", "50%");
        assertThat(overview.table()).containsExactly(3L, 2L, 1L);
        assertThat(overview.drawn()).isEqualTo("3 2 1 seen");
    }

    @Test
    @DisplayName("shows the period that is asked for, and a week if that makes no sense")
    void showsPeriods(Account anna, Browsing browsing, TestDatabase database) {
        anna.issue();
        count(anna, database, 0, 1);
        count(anna, database, 3, 10);
        count(anna, database, 20, 100);
        count(anna, database, 60, 1000);
        var overview = Overview.on(browsing.signedIn(anna), "?days=%3Cscript%3E");

        assertThat(overview.period("7 days")).hasAttribute("aria-current", "true");
        assertThat(overview.figure("overview.verifications").get(0)).isEqualTo("11");
        choose(overview, "24 hours", "1");
        choose(overview, "30 days", "111");
        choose(overview, "90 days", "1,111");
    }

    private static void choose(Overview overview, String period, String expected) {
        overview.period(period).click();

        assertThat(overview.period(period)).hasAttribute("aria-current", "true");
        assertThat(overview.figure("overview.verifications").get(0)).isEqualTo(expected);
    }

    @Test
    @DisplayName("names denials from before outcomes were noted")
    void namesOldDenials(Account anna, Browsing browsing, TestDatabase database) {
        anna.issue();
        database.change(COUNT, anna.id(), daysAgo(2), 10, 4);

        var overview = Overview.on(browsing.signedIn(anna));

        assertThat(overview.table()).containsExactly(6L, 0L, 0L, 4L);
        assertThat(overview.drawn()).isEqualTo("6 0 0 4 seen");
    }

    @Test
    @DisplayName("names keys that ask for attention, as plain text, and leads to them")
    void namesConcerns(Account anna, Browsing browsing, TestDatabase database) {
        var label = "<script>alert(1)</script>";
        var expiring = anna.issue("label", label, "expiresInDays", 7);
        var unused = anna.issue("label", "unused");
        age(unused, database);
        var legacy = anna.issue("label", "legacy");
        database.change("update api_key set legacy_full_access = true where id = ?", legacy.id());

        var overview = Overview.on(browsing.signedIn(anna));

        assertThat(overview.concern("overview.expiring").locator("li")).hasCount(1);
        assertThat(overview.concern("overview.expiring")).containsText("Expires in 7 days");
        assertThat(overview.link(label)).hasAttribute("href", "/console/key?id=" + expiring.id());
        assertThat(overview.concern("overview.neverUsed").locator("li")).hasCount(1);
        assertThat(overview.link("unused")).hasAttribute("href", "/console/key?id=" + unused.id());
        assertThat(overview.concern("overview.overScoped")).containsText("Full access (legacy)");
        assertThat(overview.link("legacy")).hasAttribute("href", "/console/key?id=" + legacy.id());
    }

    @Test
    @DisplayName("says that all is well where it is, and nothing about the keys of others")
    void saysThatAllIsWell(Account anna, Account other, Browsing browsing, TestDatabase database) {
        anna.issue();
        age(other.issue(), database);
        count(other, database, 0, 5);

        var overview = Overview.on(browsing.signedIn(anna));

        for (var concern : List.of("expiring", "neverUsed", "overScoped")) {
            assertThat(overview.concern("overview." + concern))
                    .containsText(overview.texts().get("overview." + concern + ".none"));
        }
        assertThat(overview.figure("overview.verifications").get(0)).isEqualTo("0");
    }

    @Test
    @DisplayName("draws in the colours of the scheme, also when that changes")
    void followsTheScheme(Account anna, Browsing browsing, TestDatabase database) {
        anna.issue();
        count(anna, database, 1, 5);
        var overview = Overview.on(browsing.signedIn(anna));
        assertThat(overview.colours()).startsWith("rgb(36, 80, 196)");

        overview.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(Eventually.eventually(overview::colours, c -> !c.startsWith("rgb(36, 80, 196)")))
                .startsWith("rgb(143, 176, 255)");
        assertThat(overview.drawn()).isEqualTo("5 0 0 seen");
    }

    @Test
    @DisplayName("is open to everybody, at the beginning and with a table of hours open")
    void isAccessible(Account anna, Browsing browsing, TestDatabase database) {
        var page = browsing.signedIn(anna);
        Overview.on(page);
        requireSound(page);

        anna.issue("expiresInDays", 7);
        Overview.on(page);
        requireSound(page);

        count(anna, database, 0, 1_234_567);
        database.change(COUNT, anna.id(), daysAgo(0).plusHours(-1), 1_234_567, 1_234_000);
        Overview.on(page, "?days=1");
        page.getByText("Show as a table").click();
        requireSound(page);
    }

    private static void requireSound(Page page) {
        for (var width : List.of(Browsing.WIDE, Browsing.NARROW, Browsing.NARROWEST)) {
            page.setViewportSize(width, 800);
            Axe.checkBothSchemes(page);
            Layout.requireNoOverflow(page);
        }
    }

    /** Three that are granted, two that lack a scope, one of a key that is revoked. */
    private static void verifySome(Account anna, TestDatabase database) {
        var good = anna.issue();
        var revoked = anna.issue();
        revoked.revoke();
        for (int i = 0; i < 3; i++) {
            anna.verify(good.raw());
        }
        for (int i = 0; i < 2; i++) {
            anna.api().post("/keys/verify", fields("key", good.raw(), "requiredScope", "write"));
        }
        anna.verify(revoked.raw());
        Eventually.eventually(() -> database.rows(COUNTED, anna.id()).toString(), "[[6]]"::equals);
    }

    private static void count(Account owner, TestDatabase database, int daysAgo, long granted) {
        database.change(COUNT, owner.id(), daysAgo(daysAgo), granted, 0);
    }

    private static OffsetDateTime daysAgo(int days) {
        return Instant.now()
                .truncatedTo(ChronoUnit.HOURS)
                .minus(Duration.ofDays(days))
                .atOffset(ZoneOffset.UTC);
    }

    private static void age(Account.Key key, TestDatabase database) {
        database.change("update api_key set created_at = ? where id = ?", daysAgo(10), key.id());
    }
}
