package org.keywarden.platform.request;

import jakarta.servlet.http.Cookie;
import org.keywarden.platform.config.Configuration;

/**
 * Cookies as all of ours are: for this host, not for scripts, not with unsafe calls of other sites. In
 * production they go by HTTPS only, whatever the request came by: a proxy in front of us may have
 * answered for TLS.
 */
public final class OwnCookies {

    private OwnCookies() {}

    /** One that lasts until the browser is closed. */
    public static Cookie of(String name, String value, Configuration configuration) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(configuration.isProduction());
        // Lax, not Strict: who comes back from another site's page must still be known
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
