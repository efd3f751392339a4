package org.keywarden.platform.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.request.OwnCookies;

/**
 * The language of the request at hand: that of the profile, else that of the cookie, else what the
 * browser asks for, else English.
 */
@RequestScoped
public class Language {

    /** Keeps the choice of those who are not signed in. */
    public static final String COOKIE = "keywarden-locale";

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Inject HttpServletRequest request;
    @Inject Configuration configuration;
    @Inject @Any Instance<LocalePreference> preferences;

    private @Nullable Locale locale;

    /** One of the {@link Languages}. */
    public Locale locale() {
        if (locale == null) {
            locale = Wishes.of(request, preferences.stream()).language();
        }
        return locale;
    }

    /** Looks again, after somebody has changed the profile. */
    public Locale reconsider() {
        locale = null;
        return locale();
    }

    /**
     * The language of the browser, unless a better one is known already: for when the profile may be
     * what is broken.
     */
    public Locale withoutProfile() {
        return locale == null ? Wishes.of(request, Stream.empty()).language() : locale;
    }

    /** Has this browser ask for a language from now on, also in the answer at hand. */
    public void remember(Locale chosen, HttpServletResponse response) {
        var language = Languages.closest(chosen);
        var cookie = OwnCookies.of(COOKIE, language.toLanguageTag(), configuration);
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        response.addCookie(cookie);
        locale = language;
    }
}
