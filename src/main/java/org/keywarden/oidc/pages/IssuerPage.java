package org.keywarden.oidc.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.keywarden.authentication.Destination;
import org.keywarden.oidc.SignInProblem;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.faces.PageMessages;

/** Backs the part of {@code sign-in.xhtml} that leads to the issuer, and tells how that went. */
@Named
@RequestScoped
public class IssuerPage {

    @Inject Configuration configuration;
    @Inject PageMessages messages;
    @Inject FacesContext faces;

    /** Whether there is one. */
    public boolean isOffered() {
        return configuration.oidc() != null;
    }

    /** What people call it. */
    public String getName() {
        var oidc = configuration.oidc();
        return oidc == null ? "" : oidc.name();
    }

    /** Where to go once signed in. */
    public String getDestination() {
        return Destination.of(parameter("to")).path();
    }

    /** Why signing in there has just failed, in the reader's language; empty if it has not. */
    public String getProblem() {
        return SignInProblem.of(parameter("problem"))
                .filter(problem -> isOffered() && !faces.isPostback())
                .map(this::told)
                .orElse("");
    }

    private String told(SignInProblem problem) {
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        response.setStatus(problem.status());
        return switch (problem) {
            case DENIED -> messages.get("signIn.oidc.denied");
            case FAILED -> messages.get("signIn.oidc.failed");
            case UNKNOWN_ACCOUNT -> messages.get("signIn.oidc.unknownAccount");
            case SUSPENDED -> messages.get("signIn.oidc.suspended");
            case TOO_MANY -> messages.get("signIn.oidc.tooMany");
            case UNAVAILABLE -> messages.get("signIn.oidc.unavailable");
        };
    }

    private String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }
}
