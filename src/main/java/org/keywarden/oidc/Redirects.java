package org.keywarden.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.keywarden.authentication.Destination;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.request.PublicOrigin;

/** Sends browsers on, and tells nobody where they come from. */
@ApplicationScoped
class Redirects {

    private static final String CALLBACK = "/sign-in/oidc/callback";
    private static final String SIGN_IN = "/sign-in";

    @Inject Configuration configuration;
    @Inject PublicOrigin origin;

    /**
     * Where the issuer sends browsers back to. In production the operator has said: a host that a request
     * brings along is anybody's word.
     */
    URI callback(HttpServletRequest request) {
        var configured = Settings.of(configuration).redirectOrigin();
        return URI.create(
                (configured == null ? origin.of(request) : configured)
                        + request.getContextPath()
                        + CALLBACK);
    }

    /** To the issuer. */
    void outside(HttpServletResponse response, URI location) {
        send(response, location.toString());
    }

    /** Without scheme and host: behind a proxy only the browser knows them. */
    void to(Destination destination, HttpServletRequest request, HttpServletResponse response) {
        send(response, request.getContextPath() + destination.path());
    }

    /** To the page that tells the problem, from where to try again. */
    void toSignIn(
            SignInProblem problem,
            Destination destination,
            HttpServletRequest request,
            HttpServletResponse response) {
        var again =
                destination.equals(Destination.START)
                        ? ""
                        : "&to=" + URLEncoder.encode(destination.path(), StandardCharsets.UTF_8);
        send(response, request.getContextPath() + SIGN_IN + "?problem=" + problem.code() + again);
    }

    private static void send(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
