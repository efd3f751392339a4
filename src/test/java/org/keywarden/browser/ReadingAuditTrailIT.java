package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("Reading the audit trail in the console")
class ReadingAuditTrailIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final int MORE_THAN_A_BATCH = 1_100;

    @ParameterizedTest(name = "in {0}")
    @DisplayName("tells who did what to which, from where, and what changed")
    @ValueSource(strings = {"en", "de"})
    void tells(String language, Account anna, Browsing browsing) {
        var key = anna.issue();
        anna.createProject(HOSTILE);
        var page = browsing.in(language).signedIn(anna);

        var trail = AuditTrail.on(page, "", language);

        var texts = trail.texts();
        var issued = trail.rows("key.issued");
        assertThat(issued).containsText(texts.get("audit.action.key.issued"));
        assertThat(issued).containsText(anna.email());
        assertThat(issued.getByText(key.answer().header("X-Request-Id"))).isVisible();
        assertThat(issued.locator("a")).hasAttribute("href", "/console/key?id=" + key.id());
        var created = trail.rows("project.created").first();
        created.locator("summary").click();
        assertThat(created.locator("ins").first()).containsText(HOSTILE);
        assertThat(page.locator("main img")).hasCount(0);
        Texts.requireNoKeys(page);
    }

    @Test
    @DisplayName("is open to everybody, on a phone too")
    void isAccessible(Account anna, Browsing browsing) {
        anna.createProject(HOSTILE);
        var page = browsing.wide(Browsing.NARROWEST).signedIn(anna);

        var trail = AuditTrail.on(page, "");
        trail.rows().locator("summary").first().click();

        assertThat(trail.rows().locator("ins").first()).isVisible();
        Axe.checkBothSchemes(page);
        Layout.requireNoOverflow(page);
        page.setViewportSize(Browsing.WIDE, 800);
        Axe.checkBothSchemes(page);
        Layout.requireNoOverflow(page);
    }

    @Test
    @DisplayName("follows the filters, which stand in the address")
    void filters(Account anna, Browsing browsing) {
        var key = anna.issue();
        anna.issue();
        key.disable();
        var trail = AuditTrail.on(browsing.signedIn(anna), "");

        trail.filter("audit.what").selectOption("key.issued");
        assertThat(trail.page()).hasURL(Pattern.compile(".*[?&]action=key\\.issued(&.*)?$"));
        assertThat(trail.rows()).hasCount(2);
        trail.filter("audit.targetId").fill(key.id());
        trail.filter("audit.targetId").press("Enter");
        assertThat(trail.rows()).hasCount(1);
        assertThat(trail.filter("audit.what")).hasValue("key.issued");
        trail.filter("audit.what").selectOption("key.revoked");
        assertThat(trail.heading("audit.none.title")).isVisible();

        trail.link("audit.clear").first().click();

        assertThat(trail.rows("key.disabled")).hasCount(1);
        assertThat(trail.rows("session.began")).not().hasCount(0);
    }

    @Test
    @DisplayName("takes a range by its days in UTC, the last one included")
    void filtersByDay(Account anna, Browsing browsing, TestDatabase database) {
        insert(database, anna, "2026-01-05 23:59:59.5+00", 1);
        var page = browsing.signedIn(anna);

        assertThat(AuditTrail.on(page, "?from=2026-01-05&to=2026-01-05").rows()).hasCount(1);
        assertThat(AuditTrail.on(page, "?to=2026-01-04").rows()).hasCount(0);
        var later = AuditTrail.on(page, "?from=2026-01-06&action=thing.made");
        assertThat(later.rows()).hasCount(0);
        assertThat(later.filter("audit.from")).hasValue("2026-01-06");
        assertThat(later.filter("audit.what")).hasValue("thing.made");
    }

    @Test
    @DisplayName("takes no harm from an address that makes no sense")
    void takesOddAddresses(Account anna, Browsing browsing) {
        var page = browsing.signedIn(anna);

        var odd = AuditTrail.on(page, "?actor=a%00b%0A&from=yesterday&to=+99999-01-01&page=-1");
        assertThat(odd.heading("audit.none.title")).isVisible();
        var tooLong = AuditTrail.on(page, "?target=" + "x".repeat(3000));
        assertThat(tooLong.heading("audit.none.title")).isVisible();
        var hostile = AuditTrail.on(page, "?action=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E");
        assertThat(hostile.filter("audit.what")).hasValue("\">" + HOSTILE);
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    @DisplayName("goes through the pages, and shows the last one to who asks for more")
    void pages(Account anna, Browsing browsing, TestDatabase database) {
        insert(database, anna, "2026-01-01 00:00:00+00", 45);
        var trail = AuditTrail.on(browsing.signedIn(anna), "?action=thing.made");
        assertThat(trail.rows()).hasCount(20);
        assertThat(trail.rows().first().locator("th")).hasText("thing.made");

        trail.link("console.next").click();
        assertThat(trail.page()).hasURL(Pattern.compile(".*action=thing\\.made&page=2$"));
        assertThat(trail.rows()).hasCount(20);
        trail.link("console.next").click();
        assertThat(trail.rows()).hasCount(5);
        assertThat(trail.link("console.next")).hasCount(0);

        assertThat(AuditTrail.on(trail.page(), "?action=thing.made&page=999").rows()).hasCount(5);
    }

    @Test
    @DisplayName("exports what the API exports for the same filters, and that as often as asked")
    void exports(Account anna, Browsing browsing, TestDatabase database) throws IOException {
        insert(database, anna, "2026-01-01 00:00:00+00", MORE_THAN_A_BATCH);
        anna.issue();
        var trail = AuditTrail.on(browsing.signedIn(anna), "?action=thing.made&page=3");
        var wanted =
                anna.api()
                        .with("Accept", "application/jsonl")
                        .get("/audit?action=thing.made")
                        .expect(200)
                        .body();

        var first = trail.export();
        var second = trail.export();

        assertThat(first.suggestedFilename()).isEqualTo("keywarden-audit.jsonl");
        assertThat(AuditTrail.text(first)).isEqualTo(wanted).hasLineCount(MORE_THAN_A_BATCH);
        assertThat(AuditTrail.text(second)).isEqualTo(wanted);
        assertThat(trail.rows()).hasCount(20);
    }

    @Test
    @DisplayName(
            "shows a developer neither what others did nor who they are; an administrator both")
    void isPrivate(Account anna, Account ben, Accounts accounts, Browsing browsing) {
        var key = ben.issue();
        var admin = accounts.createAdministrator();
        admin.api().patch("/admin/users/" + anna.id(), fields("name", "Anna A.")).expect(200);

        var own = AuditTrail.on(browsing.signedIn(anna), "");
        assertThat(own.rows("account.updated")).containsText(admin.id());
        assertThat(own.rows("account.updated")).not().containsText(admin.email());
        assertThat(own.rows(key.id())).hasCount(0);
        assertThat(AuditTrail.on(own.page(), "?target=" + key.id()).rows()).hasCount(0);
        assertThat(AuditTrail.on(own.page(), "?actor=" + admin.email()).rows()).hasCount(0);

        var all = AuditTrail.on(browsing.signedIn(admin), "?actor=" + admin.email());
        assertThat(all.rows("account.updated")).containsText("Anna A.");
        assertThat(all.rows("account.updated")).containsText(anna.email());
        assertThat(all.rows("account.updated")).containsText(admin.email());
        var others = AuditTrail.on(all.page(), "?target=" + key.id());
        assertThat(others.rows()).containsText(ben.email());
        assertThat(others.rows().locator("a")).hasCount(0);
    }

    @Test
    @DisplayName("says of an entry that was altered that it was, and shows the others")
    void tellsAltered(Account anna, Browsing browsing, TestDatabase database) {
        insert(database, anna, "2026-01-01 00:00:00+00", 2);
        database.change(
                "update audit_entry set changes = 'no JSON' where actor_id = ? and id like '%1'",
                anna.id());

        var trail = AuditTrail.on(browsing.signedIn(anna), "?action=thing.made");

        assertThat(trail.rows()).hasCount(2);
        assertThat(trail.rows(trail.texts().get("audit.altered"))).hasCount(1);
    }

    /** Entries past the chain, of which nobody has put the action into words. */
    private static void insert(TestDatabase database, Account owner, String at, int count) {
        database.change(
                ("insert into audit_entry (id, at, actor_id, action, target, owner_id, changes)"
                                + " select concat('aud_', ?, lpad(cast(x as varchar), 8, '0')),"
                                + " timestamp with time zone '%s', ?, 'thing.made', 'thing_1', ?,"
                                + " '{}' from generate_series(1, %d) as numbers(x)")
                        .formatted(at, count),
                owner.id().substring(4, 28),
                owner.id(),
                owner.id());
    }
}
