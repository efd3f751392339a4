package org.keywarden.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.keywarden.testing.browser.Texts;

/** The page of the audit trail, as somebody finds it who reads that language. */
record AuditTrail(Page page, Texts texts) {

    static final String PATH = "/console/audit";

    static AuditTrail on(Page page, String query) {
        return on(page, query, "en");
    }

    static AuditTrail on(Page page, String query, String language) {
        page.navigate(PATH + query);
        return new AuditTrail(page, Texts.in(language));
    }

    Locator rows() {
        return page.locator("main tbody tr");
    }

    /** Those that have this text somewhere. */
    Locator rows(String text) {
        return rows().filter(new Locator.FilterOptions().setHasText(text));
    }

    /** A field of the filters. */
    Locator filter(String key) {
        return page.getByRole(AriaRole.SEARCH)
                .getByLabel(texts.get(key), new Locator.GetByLabelOptions().setExact(true));
    }

    Locator heading(String key) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(texts.get(key)));
    }

    Locator link(String key) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(texts.get(key)).setExact(true));
    }

    /** Exports what is shown, and all that follows. */
    Download export() {
        var button =
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(texts.get("audit.export")));
        return page.waitForDownload(button::click);
    }

    static String text(Download download) throws IOException {
        return Files.readString(download.path());
    }
}
