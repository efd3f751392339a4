package org.keywarden.sessions.pages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CallLimits;
import org.keywarden.access.CurrentCaller;
import org.keywarden.authentication.Destination;
import org.keywarden.authentication.SameOrigin;
import org.keywarden.authentication.SessionCookie;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.User;
import org.keywarden.platform.faces.PageMessages;
import org.keywarden.platform.message.Language;
import org.keywarden.platform.message.Languages;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.sessions.Origin;
import org.keywarden.sessions.SessionKind;
import org.keywarden.sessions.Sessions;

/**
 * Backs {@code sign-in.xhtml}: signs a browser in and out. What it begins is a session like that of
 * {@code POST /auth/login}, under the same limits; its token goes into the cookie, never into the page.
 */
@Named
@RequestScoped
public class SignInPage {

    private static final String SIGNED_OUT = "/sign-in";

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject CurrentCaller caller;
    @Inject CallLimits limits;
    @Inject SameOrigin sameOrigin;
    @Inject SessionCookie cookie;
    @Inject PageMessages messages;
    @Inject Language language;
    @Inject FacesContext faces;

    private String email = "";
    private String password = "";

    @PostConstruct
    void keepOutOfCaches() {
        response().setHeader("Cache-Control", "no-store");
    }

    /** Has the page speak the language that was chosen on it, from now on. */
    public void chooseLanguage() {
        Optional.ofNullable(request().getParameter("locale"))
                .flatMap(Languages::find)
                .ifPresent(
                        chosen -> {
                            language.remember(chosen, response());
                            redirect(
                                    destination().isStart()
                                            ? SIGNED_OUT
                                            : destination().signIn(""));
                        });
    }

    /** Ends on the page that was asked for, or says on this one what is wrong. */
    public void signIn() {
        try {
            sameOrigin.require(request());
            limits.admit(Sessions.SIGN_IN, Sessions.SIGN_INS_PER_MINUTE);
            var proof = accounts.authenticate(email, password);
            var origin = Origin.of(request().getHeader("User-Agent"));
            var begun = sessions.begin(proof, origin, SessionKind.BROWSER);
            caller.find().ifPresent(sessions::end); // nobody could ever sign out of it again
            cookie.set(response(), begun.token());
            redirect(destination().path());
        } catch (ProblemException refusal) {
            tell(refusal);
        }
    }

    /** Ends the session on every node, and has the browser forget it. */
    public void signOut() {
        try {
            sameOrigin.require(request());
            caller.find().ifPresent(sessions::end);
            cookie.clear(response());
            redirect(SIGNED_OUT);
        } catch (ProblemException refusal) {
            tell(refusal);
        }
    }

    /** The page that was asked for before somebody had to sign in. */
    public String getTo() {
        return destination().path();
    }

    private Destination destination() {
        return Destination.of(request().getParameter("to"));
    }

    /** All that pages speak. */
    public List<Locale> getLanguages() {
        return Languages.ALL;
    }

    public boolean isSignedIn() {
        return caller.find().isPresent();
    }

    /** The e-mail address of who is signed in. */
    public String getSignedInAs() {
        return caller.find()
                .flatMap(signedIn -> accounts.find(signedIn.user()))
                .map(User::email)
                .orElse("");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** Nothing: a page never gives a password back. */
    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Without scheme and host: behind a proxy only the browser knows them. */
    private void redirect(String path) {
        response().setStatus(HttpServletResponse.SC_SEE_OTHER);
        response().setHeader("Location", faces.getExternalContext().getRequestContextPath() + path);
        faces.responseComplete();
    }

    private void tell(ProblemException refusal) {
        var text =
                switch (refusal.errorCode()) {
                    case "ACCOUNT_SUSPENDED" -> messages.get("signIn.suspended");
                    case "CSRF_INVALID" -> messages.get("signIn.foreign");
                    case "RATE_LIMITED" -> messages.of("signIn.tooMany", secondsToWait(refusal));
                    case "SERVICE_UNAVAILABLE" -> messages.get("signIn.busy");
                    default -> messages.get("signIn.wrong");
                };
        response().setStatus(refusal.status());
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private static Integer secondsToWait(ProblemException refusal) {
        return Integer.valueOf(refusal.headers().get("Retry-After"));
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
    }
}
