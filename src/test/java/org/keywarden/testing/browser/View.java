package org.keywarden.testing.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * How somebody looks at pages.
 *
 * @param language a language tag, sent as {@code Accept-Language}
 * @param width of the window in CSS pixels
 * @param script whether the browser runs any
 */
record View(String language, ColorScheme scheme, int width, boolean script) {

    static final View DEFAULT = new View("en", ColorScheme.LIGHT, Browsing.WIDE, true);

    private static final int PHONE = 600;

    View withLanguage(String other) {
        return new View(other, scheme, width, script);
    }

    View withScheme(ColorScheme other) {
        return new View(language, other, width, script);
    }

    View withWidth(int other) {
        return new View(language, scheme, other, script);
    }

    View withoutScript() {
        return new View(language, scheme, width, false);
    }

    /** Without motion, so that nothing is looked at halfway. */
    NewContextOptions options() {
        return new NewContextOptions()
                .setLocale(language)
                .setTimezoneId("UTC")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width < PHONE ? 844 : 800)
                .setJavaScriptEnabled(script);
    }
}
