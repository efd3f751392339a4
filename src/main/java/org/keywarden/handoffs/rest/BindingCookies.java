package org.keywarden.handoffs.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.keywarden.handoffs.BrowserBinding;
import org.keywarden.handoffs.Started;
import org.keywarden.platform.config.Configuration;

/** Makes the cookies that bind hand-offs to browsers. */
@ApplicationScoped
class BindingCookies {

    @Inject Configuration configuration;

    NewCookie of(BrowserBinding binding) {
        return cookie(binding.name(), binding.value(), (int) Started.LIFETIME.toSeconds());
    }

    /** Has the browser forget one. */
    NewCookie spent(String name) {
        return cookie(name, "", 0);
    }

    /**
     * Those that a browser has sent, by their names; of several of a name the first, which is the most
     * specific one. Read by the server, since JAX-RS stumbles over some cookies of others.
     */
    Map<String, String> sent(HttpServletRequest request) {
        var all = request.getCookies();
        return all == null
                ? Map.of()
                : Arrays.stream(all)
                        .filter(cookie -> BrowserBinding.isName(cookie.getName()))
                        .collect(
                                Collectors.toMap(
                                        Cookie::getName, Cookie::getValue, (first, next) -> first));
    }

    private NewCookie cookie(String name, String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(configuration.isProduction())
                // Lax, not Strict: it must come along when the provider sends the browser back
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
