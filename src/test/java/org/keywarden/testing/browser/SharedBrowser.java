package org.keywarden.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The one browser of a test run. If it does not start, every test fails by that, and none tries again. */
final class SharedBrowser implements AutoCloseable {

    private static final double LIMIT_MILLIS = 10_000;

    /** What Playwright does not say by itself. No name but ours is looked up: tests stay on this machine. */
    private static final List<String> FLAGS =
            List.of(
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private final Playwright playwright;
    private final CompletableFuture<Browser> browser = new CompletableFuture<>();

    SharedBrowser() {
        // the driver would download browsers that nobody asked for
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
        try {
            browser.complete(launch());
        } catch (RuntimeException | Error e) {
            browser.completeExceptionally(e);
        }
    }

    Browser browser() {
        return browser.join();
    }

    private Browser launch() {
        var options = new LaunchOptions().setArgs(FLAGS);
        var own = playwright.chromium().executablePath();
        Chromium.find(own)
                .ifPresentOrElse(options::setExecutablePath, () -> options.setChannel("chromium"));
        if (Installation.isRoot()) {
            return playwright.chromium().launch(options.setChromiumSandbox(false));
        }
        return launchInSandbox(options);
    }

    /** Many containers have no sandbox to offer, and nothing but Keywarden is ever visited. */
    private Browser launchInSandbox(LaunchOptions options) {
        try {
            return playwright.chromium().launch(options.setChromiumSandbox(true));
        } catch (PlaywrightException e) {
            if (!e.getMessage().contains("sandbox")) {
                throw e;
            }
            return playwright.chromium().launch(options.setChromiumSandbox(false));
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
