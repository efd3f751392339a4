package org.keywarden.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.keywarden.access.CallLimits;
import org.keywarden.access.Caller;
import org.keywarden.access.CurrentCaller;
import org.keywarden.platform.http.ApiApplication;
import org.keywarden.platform.http.ProblemWriter;
import org.keywarden.platform.http.Problems;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.request.Requests;

/**
 * Authenticates every request by the credential it presents: an API key, a JWT or a browser's
 * session. On the API a bad one in a header is refused here, on every path, and never taken for none;
 * a cookie whose session has ended is none. Pages know cookies only. ADR 2.
 */
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {

    @Inject Requests requests;
    @Inject SessionCookie cookie;
    @Inject Authentication authentication;
    @Inject CallLimits limits;
    @Inject CurrentCaller current;
    @Inject Problems problems;
    @Inject ProblemWriter writer;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
        requests.begin(request, response);
        if (request.getMethod().equals("OPTIONS")) {
            return message.doNothing(); // answered to anybody, credentials unread
        }
        try {
            return authenticate(credential(request), message);
        } catch (RuntimeException e) {
            return refuse(problems.of(e), request, response);
        }
    }

    private Optional<Credential> credential(HttpServletRequest request) {
        return isApi(request)
                ? Credential.of(request, cookie.name())
                : Credential.inCookie(request, cookie.name());
    }

    private AuthenticationStatus authenticate(
            Optional<Credential> credential, HttpMessageContext message) {
        var caller = credential.flatMap(authentication::verify);
        if (caller.isPresent()) {
            return succeed(caller.get(), credential.get().source(), message);
        }
        if (credential.isPresent() && credential.get().source() != Credential.Source.COOKIE) {
            throw limits.refusal(true);
        }
        return message.doNothing();
    }

    private AuthenticationStatus succeed(
            Caller caller, Credential.Source source, HttpMessageContext message) {
        current.become(caller, source == Credential.Source.COOKIE);
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

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI()
                .startsWith(request.getContextPath() + ApiApplication.BASE_PATH + "/");
    }
}
