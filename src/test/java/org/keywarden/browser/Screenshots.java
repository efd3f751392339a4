package org.keywarden.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Bench;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;

/**
 * Takes the pictures of the documentation, in light and dark, wide and narrow: {@code
 * src/docs/make-screenshots}. Not named {@code *IT}, hence no part of the tests.
 */
@BrowserTest
@DisplayName("The picture of")
@TestInstance(Lifecycle.PER_CLASS)
class Screenshots {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("keywarden.screenshots", "src/docs/images/console"));

    /** An administrator with some keys, in use. */
    private static final Shot.Scene SCENE = bench -> Optional.of(Scenery.of(bench));

    private final Map<Shot.Scene, Optional<Account>> prepared = new HashMap<>();

    static Stream<Shot> shots() {
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
                        .map(page -> Shot.of(page, "/console/" + page).in(SCENE));
        var dialog =
                Shot.of("create-key", "/console/keys")
                        .in(SCENE)
                        .after(page -> page.locator("[data-kw-open=createKey]").first().click());
        return Stream.concat(Stream.of(Shot.of("sign-in", SignInForm.PATH), dialog), pages);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("the page")
    @MethodSource("shots")
    void shoots(Shot shot, Browsing browsing, Bench bench) {
        var viewer = prepared.computeIfAbsent(shot.scene(), scene -> scene.prepare(bench));

        for (var width : List.of(Browsing.WIDE, Browsing.NARROW)) {
            var wide = browsing.wide(width);
            shoot(shot, open(wide, viewer), "light-" + width);
            shoot(shot, open(wide.dark(), viewer), "dark-" + width);
        }
    }

    private static Page open(Browsing browsing, Optional<Account> viewer) {
        return viewer.map(browsing::signedIn).orElseGet(browsing::page);
    }

    /** All of the page, and at least what fits into the window. */
    private static void shoot(Shot shot, Page page, String variant) {
        page.navigate(shot.path());
        shot.steps().accept(page);
        var file = DIRECTORY.resolve("%s-%s.png".formatted(shot.name(), variant));
        var picture = page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        assertThat(picture).isNotEmpty();
    }
}
