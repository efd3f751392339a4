package org.keywarden.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.keywarden.platform.config.Configuration;

/** The headers that tell a browser to trust nothing it need not trust. */
@ApplicationScoped
public class SecurityHeaders {

    /** An answer of the API is data: nothing in it may run, load or be framed. */
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /**
     * A page takes everything from this origin. The API reference's library sets style attributes,
     * hence the one exception; its images are data URLs.
     */
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    /** Two years; whether the hosts below this one speak HTTPS is not ours to say. */
    private static final String ONLY_HTTPS = "max-age=63072000";

    /** Its name in web.xml. */
    private static final String FACES = "FacesServlet";

    @Inject Configuration configuration;
    @Inject Cors cors;

    /** Sets them; an answer of the API is also never stored, since many carry or lead to a secret. */
    public void set(HttpServletRequest request, HttpServletResponse response) {
        var api = isApi(request);
        if (!isFaces(request)) {
            response.setHeader("Content-Security-Policy", api ? API_POLICY : PAGE_POLICY);
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // with no-referrer, browsers would hide from our own forms' requests where they come from
        response.setHeader("Referrer-Policy", api ? "no-referrer" : "same-origin");
        if (configuration.isProduction()) {
            response.setHeader("Strict-Transport-Security", ONLY_HTTPS);
        }
        if (api) {
            cors.set(request, response);
            response.setHeader("Cache-Control", "no-store");
        }
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    /** PrimeFaces sends the policy of each of its pages, with a nonce; web.xml has its text. */
    private static boolean isFaces(HttpServletRequest request) {
        return FACES.equals(request.getHttpServletMapping().getServletName());
    }
}
