package org.keywarden.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;
import org.keywarden.testing.browser.Texts;

/** The page that the console begins with. */
record Overview(Page page, Texts texts) {

    static final String PATH = "/console/overview";

    /** What the chart draws: for each series the sum of its bars, and whether any of it is to be seen. */
    private static final String DRAWN =
            """
            () => {
              const canvas = document.querySelector('[data-kw-chart] canvas');
              const sums = Chart.getChart(canvas).data.datasets
                  .map(bars => bars.data.reduce((sum, value) => sum + (value ?? 0), 0));
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              return [...sums, pixels.some(value => value > 0) ? 'seen' : 'blank'].join(' ');
            }
            """;

    private static final String COLOURS =
            """
            () => Chart.getChart(document.querySelector('[data-kw-chart] canvas')).data.datasets
                .map(bars => bars.backgroundColor).join(' ')
            """;

    /** Opens it. */
    static Overview on(Page page) {
        return on(page, "");
    }

    static Overview on(Page page, String query) {
        page.navigate(PATH + query);
        return new Overview(page, Texts.in("en"));
    }

    Locator firstSteps() {
        return heading("overview.start.title");
    }

    Locator heading(String key) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(texts.get(key)).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** The number under a heading, and what is said below it. */
    List<String> figure(String key) {
        var figure =
                page.locator(
                        ".kw-figure",
                        new LocatorOptions()
                                .setHas(page.locator("dt:text-is(\"" + texts.get(key) + "\")")));
        return figure.locator("dd").allInnerTexts();
    }

    Locator period(String name) {
        return page.getByRole(
                        AriaRole.NAVIGATION,
                        new GetByRoleOptions().setName(texts.get("overview.period")))
                .getByText(name);
    }

    /** Opens the table of the chart; returns the sum of each of its columns. */
    List<Long> table() {
        var fold =
                page.locator(
                        "details",
                        new LocatorOptions().setHas(page.getByText(texts.get("usage.table"))));
        fold.locator("summary").click();
        var rows = fold.getByRole(AriaRole.TABLE).locator("tbody tr").all();
        var cells = rows.stream().map(row -> row.locator("td").allInnerTexts()).toList();
        return IntStream.range(0, cells.get(0).size())
                .mapToObj(i -> cells.stream().mapToLong(row -> Long.parseLong(row.get(i))).sum())
                .toList();
    }

    String drawn() {
        return (String) page.evaluate(DRAWN);
    }

    String colours() {
        return (String) page.evaluate(COLOURS);
    }

    /** The card of the keys that ask for attention for one reason. */
    Locator concern(String key) {
        return page.locator("section", new LocatorOptions().setHas(heading(key)));
    }
}
