package org.keywarden.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Tracing;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.keywarden.testing.Api;
import org.keywarden.testing.SeenSecrets;

/** What one test opens in the browser, all of it watched. */
final class Visits {

    private static final double LIMIT_MILLIS = 10_000;

    private final Browser browser;
    private final URI server;
    private final Evidence evidence;
    private final Watch watch;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Visits(Browser browser, URI server, String name) {
        this.browser = browser;
        this.server = server;
        this.evidence = new Evidence(name);
        this.watch = new Watch(server);
    }

    Visits another() {
        return new Visits(browser, server, evidence.name() + "-apart");
    }

    URI server() {
        return server;
    }

    Watch watch() {
        return watch;
    }

    /** Each one has an address of its own, so that no test uses up the limits of another. */
    BrowserContext open(View view) {
        var context =
                browser.newContext(
                        view.options()
                                .setBaseURL(server.toString())
                                .setExtraHTTPHeaders(Api.someAddress()));
        context.setDefaultTimeout(LIMIT_MILLIS);
        watch.over(context);
        if (Evidence.TRACED) {
            context.tracing()
                    .start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
        }
        contexts.add(context);
        context.onClose(contexts::remove);
        return context;
    }

    /**
     * Closes everything.
     *
     * @param failed whether the test has failed already
     * @throws AssertionError if the browser met what it should not
     */
    void end(boolean failed) {
        try {
            contexts.forEach(Visits::settle);
            if (failed || !watch.findings().isEmpty()) {
                evidence.save(contexts);
            }
        } finally {
            List.copyOf(contexts).forEach(Visits::close);
        }
        if (!watch.findings().isEmpty()) {
            throw new AssertionError(
                    "The browser met:\n" + String.join("\n", watch.findings()) + evidence.note());
        }
    }

    /** A round trip to each page, on its way or not: what it has said until now is heard before. */
    private static void settle(BrowserContext context) {
        context.pages().stream()
                .filter(page -> !page.isClosed())
                .forEach(page -> page.waitForFunction("true"));
    }

    private static void close(BrowserContext context) {
        context.cookies().stream()
                .filter(cookie -> cookie.httpOnly && cookie.value.length() > 8)
                .forEach(cookie -> SeenSecrets.remember(cookie.value));
        context.close();
    }
}
