package org.keywarden.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Tells a form of ours from one that another site has a browser send: browsers say where a request
 * comes from. For forms that no session's token can protect, above all the one that signs in.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata: Sec-Fetch-Site</a>
 */
@ApplicationScoped
public class SameOrigin {

    /**
     * Lets a request of our own pages pass, and one that no browser has made.
     *
     * @throws CsrfInvalidException if another site is behind it
     */
    public void require(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var foreign =
                site == null
                        ? isForeign(request.getHeader("Origin"), request.getHeader("Host"))
                        : !site.equals("same-origin");
        if (foreign) {
            throw new CsrfInvalidException();
        }
    }

    /**
     * Lets only a request pass of which a browser says that our own page has made it. Whatever has a
     * cookie is a browser, and all of them say so of a form.
     *
     * @throws CsrfInvalidException if another site is behind it, or nobody knows
     */
    public void requireProof(HttpServletRequest request) {
        if (request.getHeader("Sec-Fetch-Site") == null && request.getHeader("Origin") == null) {
            throw new CsrfInvalidException();
        }
        require(request);
    }

    private static boolean isForeign(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(URI.create(origin).getRawAuthority()).equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
