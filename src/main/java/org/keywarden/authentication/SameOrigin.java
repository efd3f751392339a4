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
