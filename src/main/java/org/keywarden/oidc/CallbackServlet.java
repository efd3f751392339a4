package org.keywarden.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.keywarden.access.CurrentCaller;
import org.keywarden.authentication.Destination;
import org.keywarden.authentication.SessionCookie;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.log.Log;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.sessions.Origin;
import org.keywarden.sessions.SessionKind;
import org.keywarden.sessions.Sessions;

/**
 * Signs in whoever comes back from the issuer in the browser that set out, and ends the session that this
 * browser had before. Whoever is turned away for a foreign state changes nothing.
 */
@WebServlet(name = "oidcCallback", urlPatterns = "/sign-in/oidc/callback")
public class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Log LOG = Log.of(CallbackServlet.class);

    @Inject transient Configuration configuration;
    @Inject transient Arrivals arrivals;
    @Inject transient Sessions sessions;
    @Inject transient CurrentCaller caller;
    @Inject transient SessionCookie sessionCookie;
    @Inject transient TripCookie tripCookie;
    @Inject transient Redirects redirects;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (configuration.oidc() == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var brought = Return.of(request);
        var trip = tripCookie.find(request).filter(it -> it.hasState(brought.state()));
        if (trip.isEmpty()) {
            redirects.toSignIn(SignInProblem.FAILED, Destination.START, request, response);
            return;
        }
        tripCookie.clear(response);
        arrive(trip.get(), brought, request, response);
    }

    private void arrive(
            Trip trip, Return brought, HttpServletRequest request, HttpServletResponse response) {
        try {
            var proof = arrivals.prove(trip, brought);
            var origin = Origin.of(request.getHeader("User-Agent"));
            var begun = sessions.begin(proof, origin, SessionKind.BROWSER);
            caller.find().ifPresent(sessions::end); // nobody could ever sign out of it again
            sessionCookie.set(response, begun.token());
            redirects.to(trip.destination(), request, response);
        } catch (NotSignedInException e) {
            LOG.info("Nobody was signed in by the issuer", "cause", e.getMessage());
            redirects.toSignIn(e.problem(), trip.destination(), request, response);
        } catch (ProblemException e) {
            redirects.toSignIn(SignInProblem.of(e), trip.destination(), request, response);
        }
    }

    /** A look would use up the code. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
