package org.keywarden.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;

/**
 * Lets scripts of the listed origins read answers of the API. Never with cookies: a script of another
 * origin calls with a token of its own, or not at all.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch: the CORS protocol</a>
 */
@ApplicationScoped
public class Cors {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUEST_HEADERS =
            "Authorization, X-API-Key, Content-Type, Accept, X-Request-Id";
    private static final String ANSWER_HEADERS =
            "Location, X-Request-Id, WWW-Authenticate, Retry-After, RateLimit, RateLimit-Policy";

    @Inject Configuration configuration;

    /** Sets what every answer to a listed origin has, errors included. */
    void set(HttpServletRequest request, HttpServletResponse response) {
        if (configuration.corsOrigins().isEmpty()) {
            return;
        }
        response.setHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (isListed(origin)) {
            response.setHeader(ALLOW_ORIGIN, origin);
            response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
        }
    }

    /** What else the answer to a preflight of a listed origin has; nothing for others. */
    public Map<String, String> preflight(@Nullable String origin, Set<String> methods) {
        return isListed(origin)
                ? Map.of(
                        "Access-Control-Allow-Methods",
                        String.join(", ", methods),
                        "Access-Control-Allow-Headers",
                        REQUEST_HEADERS,
                        "Access-Control-Max-Age",
                        "600")
                : Map.of();
    }

    private boolean isListed(@Nullable String origin) {
        return origin != null && configuration.corsOrigins().contains(origin);
    }
}
