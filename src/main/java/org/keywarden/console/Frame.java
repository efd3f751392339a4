package org.keywarden.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.keywarden.access.Caller;
import org.keywarden.access.CurrentCaller;
import org.keywarden.authentication.Destination;
import org.keywarden.identity.Profile;
import org.keywarden.identity.Profiles;
import org.keywarden.sessions.Sessions;

/** What every page of the console has around it: where one is, and who one is. */
@Named
@RequestScoped
public class Frame {

    private static final long LONGEST_WARNING = 120;

    @Inject CurrentCaller caller;
    @Inject Profiles profiles;
    @Inject Sessions sessions;
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
        return profile().theme().name().toLowerCase(Locale.ROOT);
    }

    /** Where to sign in, and to come back from. */
    public String getSignIn() {
        return Destination.asked(request).signIn(request.getContextPath());
    }

    /** How long nobody may do anything before the session ends, in seconds. */
    public long getIdleSeconds() {
        return sessions.idleLimit().toSeconds();
    }

    /** How long before that the page warns, in seconds: two minutes, or a quarter of a short limit. */
    public long getWarningSeconds() {
        return Math.min(LONGEST_WARNING, getIdleSeconds() / 4);
    }

    private Profile profile() {
        return profiles.of(caller.get());
    }
}
