package org.keywarden.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import org.keywarden.authentication.Destination;
import org.keywarden.platform.http.SignInLink;

/**
 * Leads whoever has to sign in again back to the page of the console that sent the form: forms are sent
 * to the address of their page. What is no page is nowhere to come back to.
 */
@ApplicationScoped
class WayBack implements SignInLink {

    private static final String CONSOLE = "/console/";

    @Override
    public String of(HttpServletRequest request) {
        var asked = Destination.asked(request);
        return !asked.isStart() && isPage(request)
                ? asked.signIn(request.getContextPath())
                : request.getContextPath() + "/sign-in";
    }

    private static boolean isPage(HttpServletRequest request) {
        try {
            var path = request.getServletPath();
            return path.startsWith(CONSOLE)
                    && request.getServletContext().getResource(path + ".xhtml") != null;
        } catch (MalformedURLException e) {
            return false;
        }
    }
}
