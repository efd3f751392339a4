package org.keywarden.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.keywarden.platform.http.ApiApplication;
import org.keywarden.platform.http.ProblemWriter;
import org.keywarden.platform.http.Problems;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.request.RequestContext;

/**
 * Authenticates every call of the API by the credential it presents: an API key or a JWT. A bad
 * credential is refused here, on every path, and never taken for none. ADR 2.
 */
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {

    @Inject Authentication authentication;
    @Inject CurrentCaller current;
    @Inject Problems problems;
    @Inject ProblemWriter writer;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
        RequestContext.begin(request, response);
        if (!needsCaller(request)) {
            return message.doNothing();
        }
        try {
            return authenticate(request, message);
        } catch (RuntimeException e) {
            return refuse(problems.of(e), request, response);
        }
    }

    private AuthenticationStatus authenticate(
            HttpServletRequest request, HttpMessageContext message) {
        var credential = Credential.of(request);
        if (credential.isEmpty()) {
            return message.doNothing();
        }
        var caller =
                authentication
                        .verify(credential.get())
                        .orElseThrow(() -> new UnauthenticatedException(true));
        current.set(caller);
        return message.notifyContainerAboutLogin(
                new CallerPrincipal(caller), Set.of(caller.role().name()));
    }

    private AuthenticationStatus refuse(
            ProblemException refusal, HttpServletRequest request, HttpServletResponse response) {
        try {
            writer.write(refusal, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** OPTIONS is answered to anybody, credentials unread; outside the API there are no callers. */
    private static boolean needsCaller(HttpServletRequest request) {
        return !request.getMethod().equals("OPTIONS")
                && request.getRequestURI()
                        .startsWith(request.getContextPath() + ApiApplication.BASE_PATH + "/");
    }
}
