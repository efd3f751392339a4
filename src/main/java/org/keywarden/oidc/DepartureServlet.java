package org.keywarden.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keywarden.access.CallLimits;
import org.keywarden.authentication.Destination;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.problem.ProblemException;

/** Sends a browser to the issuer. Where there is none, there is no such page. */
@WebServlet(name = "oidcDeparture", urlPatterns = "/sign-in/oidc")
public class DepartureServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** More than come back: some turn around there. */
    private static final int PER_MINUTE = 30;

    @Inject transient Configuration configuration;
    @Inject transient CallLimits limits;
    @Inject transient Departures departures;
    @Inject transient TripCookie cookie;
    @Inject transient Redirects redirects;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (configuration.oidc() == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var destination = Destination.of(request.getParameter("to"));
        try {
            limits.admit("oidc", PER_MINUTE);
            depart(departures.begin(redirects.callback(request), destination), response);
        } catch (NotSignedInException e) {
            redirects.toSignIn(e.problem(), destination, request, response);
        } catch (ProblemException e) {
            redirects.toSignIn(SignInProblem.of(e), destination, request, response);
        }
    }

    private void depart(Trip trip, HttpServletResponse response) {
        var there = departures.to(trip);
        cookie.set(response, trip);
        redirects.outside(response, there);
    }

    /** Whoever only looks sets out for nowhere. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
