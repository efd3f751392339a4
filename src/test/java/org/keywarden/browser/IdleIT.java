package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.keywarden.testing.Eventually.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.TestDatabase;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Texts;

/** The browser's clock is set by the tests, the server's view by ageing the session. */
@BrowserTest
@DisplayName("Whoever does nothing for a while")
class IdleIT {

    private static final String HERE = "/console/projects?page=1&text=a%20b";
    private static final String STAY = "/console/stay";
    private static final Texts TEXTS = Texts.in("en");
    private static final Duration OVER = Duration.ofMinutes(31).plusSeconds(1);

    @Test
    @DisplayName("is warned two minutes before, and stays signed in by a click")
    void warns(Account anna, Browsing browsing) {
        var page = open(browsing, anna);
        page.clock().fastForward("27:00");
        assertThat(warning(page)).isHidden();

        page.clock().fastForward("01:05");

        assertThat(warning(page)).isVisible();
        assertThat(warning(page)).containsText(Pattern.compile("1:5\\d"));
        assertThat(warning(page).getByRole(AriaRole.STATUS))
                .hasText(Pattern.compile("Time left: 1\\d\\d seconds"));
        assertThat(button(page, "idle.stay")).isFocused();
        Axe.check(page);
        var stayed = page.waitForResponse("**" + STAY, () -> button(page, "idle.stay").click());
        Assertions.assertThat(stayed.status()).isEqualTo(204);
        assertThat(warning(page)).isHidden();
        page.clock().fastForward("27:00");
        assertThat(warning(page)).isHidden();
    }

    @Test
    @DisplayName("hears how much time is left now and then, not each second")
    void announces(Account anna, Browsing browsing) {
        var page = open(browsing, anna);
        page.clock().pauseAt(in(Duration.ofMinutes(28).plusSeconds(30)));
        var status = warning(page).getByRole(AriaRole.STATUS);
        assertThat(warning(page)).isVisible();
        var first = status.textContent();

        page.clock().runFor(10_000);
        assertThat(status).hasText(first);
        page.clock().runFor(25_000);
        assertThat(status).hasText(Pattern.compile("Time left: (60|5\\d) seconds"));
        page.clock().runFor(30_000);
        assertThat(status).hasText(Pattern.compile("Time left: (30|2\\d) seconds"));
    }

    @Test
    @DisplayName("is led to sign in when time is up, and comes back to the same page")
    void leaves(Account anna, Browsing browsing, TestDatabase database) {
        var page = open(browsing, anna);
        page.clock().fastForward("28:05");
        assertThat(warning(page)).isVisible();
        page.clock().fastForward("02:00");
        assertThat(warning(page)).containsText(TEXTS.get("idle.over"));
        end(page, anna, database);

        page.clock().fastForward("01:05");

        page.waitForURL("**/sign-in?to=*");
        SignInForm.at(page).signIn(anna);
        page.waitForURL("**" + HERE);
    }

    @Test
    @DisplayName("is not led away if something else has kept the session alive")
    void asksBefore(Account anna, Browsing browsing) {
        var page = open(browsing, anna);

        page.waitForResponse("**" + STAY, () -> page.clock().fastForward("31:10"));

        assertThat(warning(page)).isHidden();
        assertThat(page).hasURL(browsing.server() + HERE);
    }

    @Test
    @DisplayName("may sign out instead")
    void signsOut(Account anna, Browsing browsing) {
        var page = open(browsing, anna);
        page.clock().fastForward("28:05");

        button(page, "idle.signOut").click();

        page.waitForURL("**/sign-in");
        Assertions.assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    @DisplayName("is there after all if Esc is pressed")
    void staysByKey(Account anna, Browsing browsing) {
        var page = open(browsing, anna);
        page.clock().fastForward("28:05");
        assertThat(warning(page)).isVisible();

        page.waitForResponse("**" + STAY, () -> page.keyboard().press("Escape"));

        assertThat(warning(page)).isHidden();
    }

    @Test
    @DisplayName("is somebody else than who types without sending: that one stays, by few requests")
    void noticesActivity(Account anna, Browsing browsing) {
        var page = open(browsing, anna);
        var asked = watch(page);
        page.keyboard().press("a");
        page.clock().fastForward("10:00");

        page.waitForResponse("**" + STAY, () -> page.keyboard().press("b"));
        page.keyboard().press("c");
        page.clock().fastForward("02:00");
        page.mouse().click(600, 700);
        page.clock().fastForward("18:00");

        Assertions.assertThat(asked).hasSize(1);
        assertThat(warning(page)).isHidden();
    }

    @Test
    @DisplayName("in one tab is not asked while busy in another")
    void sharesAcrossTabs(Account anna, Browsing browsing) {
        var busy = open(browsing, anna);
        var quiet = busy.context().newPage();
        quiet.navigate(HERE);
        var asked = watch(quiet);
        busy.clock().fastForward("28:05");
        assertThat(warning(busy)).isVisible();
        assertThat(warning(quiet)).isVisible();

        button(busy, "idle.stay").click();

        assertThat(warning(busy)).isHidden();
        assertThat(warning(quiet)).isHidden();
        busy.clock().fastForward("27:00");
        assertThat(warning(quiet)).isHidden();
        Assertions.assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName("for hours, with the computer asleep, is led to sign in at once after")
    void wakesUp(Account anna, Browsing browsing, TestDatabase database) {
        var page = open(browsing, anna);
        end(page, anna, database);

        page.clock().setSystemTime(in(Duration.ofHours(3)));
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        page.waitForURL("**/sign-in?to=*");
    }

    @Test
    @DisplayName("only by a clock that was set anew is not led away")
    void survivesJumps(Account anna, Browsing browsing) {
        var page = open(browsing, anna);

        for (var jump : List.of(Duration.ofHours(3), Duration.ofHours(-3), Duration.ZERO)) {
            page.clock().setSystemTime(in(jump));
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(warning(page)).isHidden();
        }

        assertThat(page).hasURL(browsing.server() + HERE);
    }

    private static Page open(Browsing browsing, Account account) {
        var page = browsing.signedIn(account);
        page.clock().install();
        page.navigate(HERE);
        return page;
    }

    private static long in(Duration time) {
        return System.currentTimeMillis() + time.toMillis();
    }

    private static Locator warning(Page page) {
        return page.locator("dialog#idle[role=alertdialog]");
    }

    private static Locator button(Page page, String key) {
        return warning(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(TEXTS.get(key)).setExact(true));
    }

    private static List<String> watch(Page page) {
        var asked = new ArrayList<String>();
        page.onRequest(
                request -> {
                    if (request.url().endsWith(STAY)) {
                        asked.add(request.url());
                    }
                });
        return asked;
    }

    /** Ends it as the clock would, and waits until no node remembers it any more. */
    private static void end(Page page, Account account, TestDatabase database) {
        age(account, database, OVER);
        eventually(() -> page.request().get("/api/v1/auth/me").status(), status -> status == 401);
    }

    private static void age(Account account, TestDatabase database, Duration unused) {
        database.change(
                "update auth_session set last_used_at = ? where account_id = ? and kind = 'BROWSER'",
                Timestamp.from(Instant.now().minus(unused)),
                account.id());
    }
}
