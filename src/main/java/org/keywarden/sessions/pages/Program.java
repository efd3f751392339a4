package org.keywarden.sessions.pages;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client says it is, in the short words that people know it by. A guess, and no more: clients
 * say what they like.
 *
 * @param name of the browser, or of another program; {@code null} if it does not say
 * @param system that it runs on; {@code null} if it does not say
 */
record Program(@Nullable String name, @Nullable String system) {

    /** By which sign one is known. The first that is there counts: all of them claim to be others. */
    private record Sign(String text, String name) {}

    private static final List<Sign> BROWSERS =
            List.of(
                    new Sign("Edg", "Edge"),
                    new Sign("OPR/", "Opera"),
                    new Sign("SamsungBrowser/", "Samsung Internet"),
                    new Sign("Vivaldi/", "Vivaldi"),
                    new Sign("FxiOS/", "Firefox"),
                    new Sign("Firefox/", "Firefox"),
                    new Sign("CriOS/", "Chrome"),
                    new Sign("Chrome/", "Chrome"),
                    new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS =
            List.of(
                    new Sign("iPhone", "iOS"),
                    new Sign("iPad", "iPadOS"),
                    new Sign("Android", "Android"),
                    new Sign("Windows", "Windows"),
                    new Sign("CrOS", "ChromeOS"),
                    new Sign("Mac OS X", "macOS"),
                    new Sign("Linux", "Linux"));

    /** RFC 9110, 10.1.5: the product comes first, then perhaps its version. */
    private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][\\w.+-]{0,39})(?:[/ ].*)?");

    /** What every browser says first. */
    private static final String NO_PRODUCT = "Mozilla";

    static Program of(@Nullable String userAgent) {
        if (userAgent == null) {
            return new Program(null, null);
        }
        var browser = find(BROWSERS, userAgent);
        return new Program(
                browser == null ? product(userAgent) : browser, find(SYSTEMS, userAgent));
    }

    private static @Nullable String find(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.text()))
                .map(Sign::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String product(String userAgent) {
        var product = PRODUCT.matcher(userAgent);
        return product.matches() && !product.group(1).equals(NO_PRODUCT) ? product.group(1) : null;
    }
}
