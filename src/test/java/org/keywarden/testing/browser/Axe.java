package org.keywarden.testing.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Collectors;

/** Asks axe whether a page is accessible: WCAG 2.2, levels A and AA, and best practices. */
public final class Axe {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    /**
     * Looks at the page as it is.
     *
     * @throws AssertionError with each violation, and the elements that it is about
     */
    public static void check(Page page) {
        var violations = new AxeBuilder(page).withTags(TAGS).analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    violations.stream()
                            .map(Axe::described)
                            .collect(Collectors.joining("\n", page.url() + ":\n", "")));
        }
    }

    /** Looks at the page in light and in dark, and leaves it as the browser was told at first. */
    public static void checkBothSchemes(Page page) {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            try {
                check(page);
            } catch (AssertionError e) {
                throw new AssertionError("In " + scheme + ", " + e.getMessage(), e);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
    }

    private static String described(Rule violation) {
        return violation.getNodes().stream()
                .map(Axe::described)
                .collect(
                        Collectors.joining(
                                "",
                                "%s (%s): %s"
                                        .formatted(
                                                violation.getId(),
                                                violation.getImpact(),
                                                violation.getHelp()),
                                ""));
    }

    private static String described(CheckedNode node) {
        return "\n    " + node.getHtml() + "\n      " + node.getFailureSummary().replace("\n", " ");
    }
}
