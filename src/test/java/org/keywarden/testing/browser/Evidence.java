package org.keywarden.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the pages of a failed test looked like, in {@code target/browser}. */
record Evidence(String name) {

    static final boolean TRACED = Boolean.getBoolean("keywarden.browser.trace");

    private static final Path DIRECTORY = Path.of("target", "browser");

    void save(List<BrowserContext> contexts) {
        var pages = contexts.stream().flatMap(context -> context.pages().stream()).toList();
        for (int i = 0; i < pages.size(); i++) {
            save(pages.get(i), numbered(i));
        }
        for (int i = 0; TRACED && i < contexts.size(); i++) {
            var options =
                    new Tracing.StopOptions().setPath(DIRECTORY.resolve(numbered(i) + ".zip"));
            contexts.get(i).tracing().stop(options);
        }
    }

    /** A line that says where it is. */
    String note() {
        return "\nSee " + DIRECTORY.resolve(name) + ".png and .html";
    }

    private String numbered(int index) {
        return index == 0 ? name : name + "-page-" + (index + 1);
    }

    private static void save(Page page, String file) {
        var picture = new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(file + ".png"));
        page.screenshot(picture.setFullPage(true));
        try {
            Files.writeString(DIRECTORY.resolve(file + ".html"), page.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
