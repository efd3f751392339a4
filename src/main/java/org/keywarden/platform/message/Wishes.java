package org.keywarden.platform.message;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about languages.
 *
 * @param preferred what somebody who is signed in has chosen
 * @param remembered the value of the cookie
 * @param wished the value of {@code Accept-Language}
 */
record Wishes(@Nullable Locale preferred, @Nullable String remembered, @Nullable String wished) {

    static Wishes of(HttpServletRequest request, Stream<LocalePreference> preferences) {
        return new Wishes(
                preferences
                        .flatMap(preference -> preference.of(request).stream())
                        .findFirst()
                        .orElse(null),
                cookie(request.getCookies()),
                request.getHeader("Accept-Language"));
    }

    /** One of the {@link Languages}; a wish for any other is none. */
    Locale language() {
        return Optional.ofNullable(preferred)
                .flatMap(Languages::find)
                .or(() -> Optional.ofNullable(remembered).flatMap(Languages::find))
                .orElseGet(() -> Languages.wished(wished));
    }

    private static @Nullable String cookie(Cookie @Nullable [] cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(Language.COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
