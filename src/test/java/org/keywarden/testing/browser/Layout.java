package org.keywarden.testing.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Measures pages. */
public final class Layout {

    /**
     * What is wider than it may be. What scrolls by itself may be as wide as it likes inside; what ends
     * left of the window is hidden on purpose; a pixel is rounding.
     */
    private static final String OVERFLOWING =
            """
            () => {
              const root = document.scrollingElement, found = [];
              const named = e => e.cloneNode(false).outerHTML.slice(0, 160);
              const clips = e => getComputedStyle(e).overflowX !== 'visible';
              const inScroller = e => {
                for (let p = e.parentElement; p && p !== root && p !== document.body; p = p.parentElement)
                  if (clips(p)) return true;
                return false;
              };
              if (root.scrollWidth > root.clientWidth)
                found.push(`the document: ${root.scrollWidth} of ${root.clientWidth} px`);
              const main = document.querySelector('main') ?? document.body;
              const limit = main.getBoundingClientRect().width + 1;
              for (const e of main.querySelectorAll('*')) {
                const box = e.getBoundingClientRect();
                if (box.width === 0 || box.right <= 0 || inScroller(e)) continue;
                if (box.width > limit || box.right > root.clientWidth + 1 || box.left < -1)
                  found.push(`${named(e)}: from ${box.left} to ${box.right} px`);
                else if (!clips(e) && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1
                    && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                  found.push(`${named(e)}: text of ${e.scrollWidth} in ${e.clientWidth} px`);
              }
              return found;
            }
            """;

    private Layout() {}

    /**
     * Nothing on the page is wider than its place.
     *
     * @throws AssertionError with each element that is
     */
    public static void requireNoOverflow(Page page) {
        var overflowing = (List<?>) page.evaluate(OVERFLOWING);
        if (!overflowing.isEmpty()) {
            var lines = overflowing.stream().map(String::valueOf).toList();
            throw new AssertionError(
                    "Too wide for %s in %d px:\n%s"
                            .formatted(
                                    page.url(),
                                    page.viewportSize().width,
                                    String.join("\n", lines)));
        }
    }
}
