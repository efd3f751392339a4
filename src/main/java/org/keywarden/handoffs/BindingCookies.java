package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.request.OwnCookies;

/** The cookies that bind hand-offs to browsers: set at the start, whoever starts it, API or page. */
@ApplicationScoped
public class BindingCookies {

    @Inject Configuration configuration;

    /** Binds the browser that gets this response. */
    public void set(HttpServletResponse response, BrowserBinding binding) {
        response.addCookie(
                cookie(binding.name(), binding.value(), (int) Started.LIFETIME.toSeconds()));
    }

    /** Has the browser forget one. */
    public void forget(HttpServletResponse response, String name) {
        response.addCookie(cookie(name, "", 0));
    }

    /**
     * Those that a browser has sent, by their names; of several of a name the first, which is the most
     * specific one. Read by the server, since JAX-RS stumbles over some cookies of others.
     */
    public Map<String, String> sent(HttpServletRequest request) {
        var all = request.getCookies();
        return all == null
                ? Map.of()
                : Arrays.stream(all)
                        .filter(cookie -> BrowserBinding.isName(cookie.getName()))
                        .collect(
                                Collectors.toMap(
                                        Cookie::getName, Cookie::getValue, (first, next) -> first));
    }

    private Cookie cookie(String name, String value, int maxAgeSeconds) {
        var cookie = OwnCookies.of(name, value, configuration);
        cookie.setMaxAge(maxAgeSeconds);
        return cookie;
    }
}
