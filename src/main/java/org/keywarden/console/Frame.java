package org.keywarden.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.keywarden.access.Caller;
import org.keywarden.access.CurrentCaller;
import org.keywarden.authentication.Destination;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.User;

/** What every page of the console has around it: where one is, and who one is. */
@Named
@RequestScoped
public class Frame {

    @Inject CurrentCaller caller;
    @Inject Accounts profiles;
    @Inject HttpServletRequest request;

    /** Whether this is a page of the navigation, or one below it. */
    public boolean at(String page) {
        return request.getRequestURI().equals(request.getContextPath() + "/console/" + page);
    }

    /** The name of who is signed in, else the e-mail address. */
    public String getName() {
        var profile = profile();
        return profile.name() == null ? profile.email() : profile.name();
    }

    public boolean isAdministrator() {
        return caller.find().filter(Caller::isAdministrator).isPresent();
    }

    /** {@code system}, {@code light} or {@code dark}. */
    public String getTheme() {
        return "system";
    }

    /** Where to sign in, and to come back from. */
    public String getSignIn() {
        return Destination.asked(request).signIn(request.getContextPath());
    }

    private User profile() {
        return profiles.find(caller.get().user()).orElseThrow();
    }
}
