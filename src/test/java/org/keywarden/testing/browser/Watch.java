package org.keywarden.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Notes what the pages of a test meet, apart from what the test expects. */
final class Watch {

    private static final Set<String> LOUD = Set.of("error", "warning", "assert");
    private static final int ERROR = 400;

    private final String server;
    private final List<Finding> met = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();

    Watch(URI server) {
        this.server = server + "/";
    }

    void expect(Expected one) {
        expected.add(one);
    }

    /** Every page of it, those that it opens later as well. */
    void over(BrowserContext context) {
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> met.add(Finding.thrown(error.error())));
        context.onResponse(this::see);
        context.onRequest(request -> lookAt(request.url()));
    }

    private void hear(ConsoleMessage message) {
        if (LOUD.contains(message.type())) {
            met.add(Finding.of(message));
        }
    }

    private void see(Response response) {
        var isOurs = response.url().startsWith(server);
        if (isOurs && response.status() >= ERROR) {
            met.add(Finding.of(response));
        }
    }

    private void lookAt(String url) {
        if (url.matches("(http|ws)s?:.*") && !url.replaceFirst("^ws", "http").startsWith(server)) {
            met.add(Finding.foreign(url));
        }
    }

    /** What was met unexpectedly, and what was expected and not met. */
    List<String> findings() {
        var used = new HashSet<Expected>();
        var unexpected = met.stream().filter(finding -> !isExpected(finding, used)).toList();
        var surprising = unexpected.stream().map(Finding::text).distinct();
        var missed =
                expected.stream()
                        .filter(one -> !used.contains(one))
                        .map(one -> "not, as expected, " + one.description());
        return Stream.concat(surprising, missed).toList();
    }

    private boolean isExpected(Finding finding, Set<Expected> used) {
        var covering = expected.stream().filter(one -> one.covers().test(finding)).toList();
        used.addAll(covering);
        return !covering.isEmpty();
    }
}
