package org.keywarden.testing.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Something that a browser met and nobody should.
 *
 * @param url what it is about, empty if nothing
 * @param status of the answer that it is about, 0 if none
 */
record Finding(String text, String url, int status, boolean isForeign) {

    /** What Chromium writes to the console about an answer of 400 or above. */
    private static final Pattern STATUS =
            Pattern.compile("^Failed to load resource: .* a status of (\\d{3})");

    static Finding of(ConsoleMessage message) {
        var status = STATUS.matcher(message.text());
        var place = message.location().replaceFirst(":\\d+:\\d+$", "");
        return new Finding(
                "console %s: %s (%s)".formatted(message.type(), message.text(), place),
                place,
                status.find() ? Integer.parseInt(status.group(1)) : 0,
                false);
    }

    static Finding of(Response response) {
        var text = "answer %d: %s".formatted(response.status(), response.url());
        return new Finding(text, response.url(), response.status(), false);
    }

    static Finding thrown(String error) {
        return new Finding("uncaught: " + error, "", 0, false);
    }

    static Finding foreign(String url) {
        return new Finding("request to another origin: " + url, url, 0, true);
    }

    /** The path of what it is about, or empty text. */
    String path() {
        return url.startsWith("http") ? URI.create(url.replaceFirst("[?#].*", "")).getPath() : "";
    }
}
