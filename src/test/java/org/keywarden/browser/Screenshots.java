package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Bench;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

/**
 * Takes the pictures of the documentation, in light and dark, wide and narrow: {@code
 * src/docs/make-screenshots}. Not named {@code *IT}, hence no part of the tests.
 */
@BrowserTest
@DisplayName("The pictures")
class Screenshots {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("keywarden.screenshots", "src/docs/images/console"));

    /** Of long lists the beginning, in pixels. */
    private static final int TALLEST = 2000;

    private static final String NOWHERE = "/console/nowhere";

    @Test
    @DisplayName("of whoever is not signed in")
    void shootOutside(Browsing browsing) {
        for (var way : ways(browsing).entrySet()) {
            shoot(Shot.of("sign-in", SignInForm.PATH), way.getValue().page(), way.getKey());
        }
    }

    @Test
    @DisplayName("of the console")
    void shootConsole(Browsing browsing, Bench bench) {
        var scenery = Scenery.of(bench);
        CreateKeyDialog.expectSandbox(browsing);
        browsing.expectStatus(404, NOWHERE);
        var pages = new TreeMap<String, Page>();
        ways(browsing).forEach((way, view) -> pages.put(way, view.signedIn(scenery.viewer())));

        shots(scenery).forEach(shot -> pages.forEach((way, page) -> shoot(shot, page, way)));
    }

    /** What changes anything is last. */
    private static Stream<Shot> shots(Scenery scenery) {
        var pages =
                Stream.of(
                                "overview",
                                "keys",
                                "projects",
                                "providers",
                                "audit",
                                "routes",
                                "users",
                                "profile")
                        .map(page -> Shot.of(page, "/console/" + page));
        var others =
                Stream.of(
                        Shot.of("key", "/console/key?id=" + scenery.checkout()),
                        Shot.of("not-found", NOWHERE),
                        Shot.of("create-key", CreateKeyDialog.PATH).after(CreateKeyDialog::on),
                        Shot.of("hand-off", CreateKeyDialog.PATH).after(Screenshots::handOff),
                        Shot.of("key-created", CreateKeyDialog.PATH).after(Screenshots::create));
        return Stream.concat(pages, others);
    }

    private static void handOff(Page page) {
        CreateKeyDialog.on(page).continueToSandbox();
        page.bringToFront();
        assertThat(page.locator("#createKey-wait")).isVisible();
    }

    private static void create(Page page) {
        var dialog = CreateKeyDialog.on(page);
        dialog.label().fill("Deployment");
        dialog.button("Create key").click();
        dialog.raw();
    }

    private static Map<String, Browsing> ways(Browsing browsing) {
        var ways = new TreeMap<String, Browsing>();
        for (var width : List.of(Browsing.WIDE, Browsing.NARROW)) {
            ways.put("light-" + width, browsing.wide(width));
            ways.put("dark-" + width, browsing.wide(width).dark());
        }
        return ways;
    }

    private static void shoot(Shot shot, Page page, String way) {
        page.navigate(shot.path());
        shot.steps().accept(page);
        var file = DIRECTORY.resolve("%s-%s.png".formatted(shot.name(), way));
        var options = new Page.ScreenshotOptions().setPath(file).setFullPage(shot.whole());
        if (shot.whole()) {
            options.setClip(0, 0, page.viewportSize().width, height(page));
        }
        assertThat(page.screenshot(options)).isNotEmpty();
    }

    private static int height(Page page) {
        var whole = (int) page.evaluate("document.documentElement.scrollHeight");
        return Math.min(whole, TALLEST);
    }
}
