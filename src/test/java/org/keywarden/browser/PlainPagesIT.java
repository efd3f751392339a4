package org.keywarden.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keywarden.testing.browser.Axe;
import org.keywarden.testing.browser.BrowserTest;
import org.keywarden.testing.browser.Browsing;
import org.keywarden.testing.browser.Layout;
import org.keywarden.testing.browser.Texts;

@BrowserTest
@DisplayName("A page outside of the console")
class PlainPagesIT {

    private static final String SANDBOX = "/sandbox/sign-in";
    private static final String FORM =
            "?state=x&redirect_url=http://localhost:8080/api/v1/auth/providers/sandbox/callback";

    /** Each by its status. */
    private static final Map<String, Integer> PAGES =
            Map.of(
                    "/no/such/page",
                    404,
                    SANDBOX + FORM,
                    200,
                    SANDBOX,
                    400,
                    "/api/v1/auth/providers/sandbox/callback",
                    400);

    static Stream<Arguments> pages() {
        return PAGES.keySet().stream()
                .sorted()
                .flatMap(path -> Texts.LANGUAGES.stream().map(to -> Arguments.of(path, to)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @DisplayName("speaks the browser's language, and fits into windows wide and narrow")
    @MethodSource("pages")
    void speaks(String path, String language, Browsing browsing) {
        var page = open(path, browsing.in(language));

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
        Texts.requireNoKeys(page);
        for (var width : List.of(Browsing.WIDE, Browsing.NARROWEST)) {
            page.setViewportSize(width, 800);
            Layout.requireNoOverflow(page);
        }
    }

    static Stream<String> paths() {
        return PAGES.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is open to everybody, with or without JavaScript")
    @MethodSource("paths")
    void isAccessible(String path, Browsing browsing) {
        Axe.checkBothSchemes(open(path, browsing));
        Axe.checkBothSchemes(open(path, browsing.narrow()));
        assertThat(open(path, browsing.withoutScript()).getByRole(AriaRole.MAIN)).isVisible();
    }

    private static Page open(String path, Browsing browsing) {
        var status = PAGES.get(path);
        if (status != 200) {
            browsing.expectStatus(status, path);
        }
        var page = browsing.page();
        page.navigate(path);
        return page;
    }
}
