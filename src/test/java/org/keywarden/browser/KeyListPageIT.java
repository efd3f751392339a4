package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("The list of the keys")
class KeyListPageIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&${1+1}#{1+1}{{1}}";

    @Test
    @DisplayName("has the default project's keys first, the newest first inside")
    void hasItsOrder(Account anna, Browsing browsing) {
        anna.issue("label", "first of default");
        anna.issue("label", "other", "projectName", "Other");
        anna.issue("label", "second of default");
        var unlabelled = anna.issue("projectName", "Other");

        var list = KeysPage.on(browsing.signedIn(anna));

        assertThat(list.names())
                .hasText(
                        new String[] {
                            "second of default",
                            "first of default",
                            unlabelled.answer().text("key.keyPrefix"),
                            "other"
                        });
        assertThat(list.row("other")).containsText("Other");
        assertThat(list.row("second of default")).containsText(list.texts().get("keys.default"));
    }

    @Test
    @DisplayName("shows scopes, full access, expiry and use as people read them")
    void showsFacts(Account anna, Browsing browsing) {
        anna.issue("label", "some", "scopes", List.of("delete", "read"), "expiresInDays", 6);
        var all = List.of("read", "write", "update", "delete");
        anna.issue("label", "all", "scopes", all).api().get("/auth/me").expect(200);

        var list = KeysPage.on(browsing.signedIn(anna));

        assertThat(list.row("some").locator("code")).hasText(new String[] {"read", "delete"});
        assertThat(list.row("some")).containsText("in 6 days");
        assertThat(list.row("some")).containsText("Never");
        assertThat(list.row("all").locator("code")).hasCount(0);
        assertThat(list.row("all")).containsText(list.texts().get("keys.fullAccess"));
        assertThat(list.row("all")).containsText(list.texts().get("keys.status.ACTIVE"));
    }

    @Test
    @DisplayName("filters as the address says, which the back button undoes")
    void filters(Account anna, Browsing browsing) {
        anna.issue("label", "nightly build", "projectName", "CI");
        anna.issue("label", "nightly backup");
        anna.issue("label", "shop");
        var list = KeysPage.on(browsing.signedIn(anna));

        list.filter("keys.filter.text").fill("NIGHTLY");
        list.filter("keys.filter.text").press("Enter");
        assertThat(list.names()).hasText(new String[] {"nightly backup", "nightly build"});
        list.filter("keys.project").selectOption("CI");

        assertThat(list.names()).hasText(new String[] {"nightly build"});
        assertThat(list.page()).hasURL(Pattern.compile(".*q=NIGHTLY&project=prj_.*"));
        assertThat(list.filter("keys.filter.text")).hasValue("NIGHTLY");
        list.page().reload();
        assertThat(list.names()).hasText(new String[] {"nightly build"});
        list.page().goBack();
        assertThat(list.names()).hasText(new String[] {"nightly backup", "nightly build"});
        assertThat(list.filter("keys.project")).hasValue("");
    }

    @Test
    @DisplayName("hides revoked keys, tells how many, and shows them when asked")
    void hidesRevoked(Account anna, Browsing browsing) {
        anna.issue("label", "works");
        anna.issue("label", "gone").revoke();
        var list = KeysPage.on(browsing.signedIn(anna));
        assertThat(list.names()).hasText(new String[] {"works"});

        list.link("keys.filter.showRevoked", 1).click();
        assertThat(list.names()).hasText(new String[] {"gone", "works"});
        assertThat(list.row("gone")).containsText(list.texts().get("keys.status.REVOKED"));
        assertThat(list.menu("gone")).hasCount(0);
        list.link("keys.filter.hideRevoked").click();
        assertThat(list.names()).hasText(new String[] {"works"});

        list.filter("keys.status").selectOption("REVOKED");
        assertThat(list.names()).hasText(new String[] {"gone"});
    }

    @Test
    @DisplayName("leads from page to page with its filters")
    void pages(Account anna, Browsing browsing) {
        IntStream.range(0, 45).forEach(i -> anna.issue("label", "batch " + i));
        anna.issue("label", "other");
        var list = KeysPage.on(browsing.signedIn(anna), KeysPage.LIST + "?q=batch");
        assertThat(list.names()).hasCount(20);

        list.link("console.next").click();
        assertThat(list.names().first()).hasText("batch 24");
        list.link("console.next").click();
        assertThat(list.names()).hasCount(5);
        assertThat(list.names().last()).hasText("batch 0");
        assertThat(list.link("console.next")).hasCount(0);
        list.page().goBack();
        assertThat(list.names().first()).hasText("batch 24");
    }

    @ParameterizedTest
    @DisplayName("takes nonsense in the address for nothing")
    @ValueSource(
            strings = {
                "?page=0&status=x&project=1&provider='&revoked=maybe",
                "?page=99999999999",
                "?page=7&project=%00&provider=%00",
                "?q=%00",
                "?project=a&project=b"
            })
    void staysCalm(String query, Account anna, Browsing browsing) {
        anna.issue("label", "here");

        var list = KeysPage.on(browsing.signedIn(anna), KeysPage.LIST + query);

        assertThat(list.names()).hasText(new String[] {"here"});
    }

    @Test
    @DisplayName("says that a text cannot be searched for")
    void refusesTexts(Account anna, Browsing browsing) {
        anna.issue("label", "here");

        var query = "?q=" + "x".repeat(101);
        var list = KeysPage.on(browsing.signedIn(anna), KeysPage.LIST + query);

        assertThat(list.says("keys.filter.textRefused", 100)).isVisible();
        assertThat(list.names()).hasText(new String[] {"here"});
    }

    @Test
    @DisplayName("has words for each kind of nothing")
    void isEmpty(Account anna, Browsing browsing) {
        var list = KeysPage.on(browsing.signedIn(anna));
        assertThat(list.says("keys.empty.title")).isVisible();
        Axe.checkBothSchemes(list.page());

        anna.issue("label", "gone").revoke();
        list.page().reload();
        assertThat(list.says("keys.allRevoked.title")).isVisible();
        assertThat(list.link("keys.filter.showRevoked", 1)).isVisible();

        KeysPage.on(list.page(), KeysPage.LIST + "?q=nowhere");
        assertThat(list.says("keys.none.title")).isVisible();
        list.link("keys.filter.clear").click();
        assertThat(list.page()).hasURL(Pattern.compile(".*/console/keys"));
    }

    @Test
    @DisplayName("shows text of people as text")
    void escapes(Account anna, Browsing browsing) {

        anna.issue("label", HOSTILE, "description", HOSTILE, "projectName", HOSTILE);

        var list = KeysPage.on(browsing.signedIn(anna));

        assertThat(list.names()).hasText(new String[] {HOSTILE});
        assertThat(list.row(HOSTILE)).containsText(HOSTILE);
        assertThat(list.page().locator("img")).hasCount(0);
        list.choose(HOSTILE, "keys.edit");
        assertThat(list.optional("keys.label")).hasValue(HOSTILE);
        assertThat(list.dialog("keys.edit.title").getByRole(AriaRole.IMG)).hasCount(0);
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("is open to everybody, and fits its window")
    @ValueSource(ints = {Browsing.WIDE, Browsing.NARROW, Browsing.NARROWEST})
    void isAccessible(int width, Account anna, Browsing browsing) {
        var long64 = "a label as long as it may be, and not a character longer than so";
        anna.issue("label", long64, "projectName", "x".repeat(100), "expiresInDays", 1);
        anna.issue("label", "gone", "scopes", List.of("read", "write", "update")).revoke();

        var path = KeysPage.LIST + "?revoked=true";
        var list = KeysPage.on(browsing.wide(width).signedIn(anna), path);

        assertThat(list.names()).hasCount(2);
        Axe.checkBothSchemes(list.page());
        Layout.requireNoOverflow(list.page());
        Texts.requireNoKeys(list.page());
        list.choose(long64, "keys.edit");
        assertThat(list.dialog("keys.edit.title")).isVisible();
        Axe.checkBothSchemes(list.page());
        assertThat(long64).hasSize(64);
    }
}
