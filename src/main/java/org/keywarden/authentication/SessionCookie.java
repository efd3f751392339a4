package org.keywarden.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.request.OwnCookies;

/**
 * The cookie that keeps a browser signed in. Scripts cannot read it, other sites cannot make a
 * browser send it with an unsafe call, and in production its name keeps other hosts and plain HTTP
 * from planting one. It holds the session's token, issued anew at each sign-in: a value that was
 * there before is never adopted, so there is no session to fix.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/">RFC 6265bis,
 *     4.1.3.2: the prefix __Host-</a>
 */
@ApplicationScoped
public class SessionCookie {

    @Inject Configuration configuration;

    /** What the cookie is called. */
    public String name() {
        return configuration.isProduction() ? "__Host-keywarden" : "keywarden";
    }

    /** Has the browser keep a session's token until it is closed. */
    public void set(HttpServletResponse response, String token) {
        response.addCookie(OwnCookies.of(name(), token, configuration));
    }

    /** Has the browser forget it. */
    public void clear(HttpServletResponse response) {
        var cookie = OwnCookies.of(name(), "", configuration);
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }
}
