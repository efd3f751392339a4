package org.keywarden.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.keywarden.access.AccountSuspendedException;
import org.keywarden.access.CallLimits;
import org.keywarden.access.Caller;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.authentication.Destination;
import org.keywarden.authentication.SameOrigin;
import org.keywarden.platform.http.ErrorPages;
import org.keywarden.platform.http.Problems;
import org.keywarden.platform.problem.NotFoundException;

/**
 * The door to the console. Whoever is not signed in goes to sign in first, and comes back; a form must
 * have been sent by a page of ours, which the browser vouches for; what callers do here counts as calls.
 * What they may do is not decided here but by the guard of each page.
 */
@WebFilter(filterName = "console")
public class ConsoleFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** How Faces marks a request by its script, which cannot follow a redirect. */
    private static final String BY_SCRIPT = "Faces-Request";

    @Inject transient CurrentCaller current;
    @Inject transient SameOrigin sameOrigin;
    @Inject transient CallLimits limits;
    @Inject transient Problems problems;
    @Inject transient ErrorPages errors;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        var caller = current.find();
        if (caller.isEmpty() && isLookingOnly(request)) {
            signIn(request, response);
            return;
        }
        try {
            admit(caller, request);
        } catch (RuntimeException e) {
            errors.answer(problems.of(e), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(Optional<Caller> caller, HttpServletRequest request) {
        var known = caller.orElseThrow(() -> new UnauthenticatedException(false));
        if (!isWrittenPlainly(request)) {
            throw new NotFoundException();
        }
        if (known.suspended()) {
            throw new AccountSuspendedException();
        }
        if (!isSafe(request)) {
            sameOrigin.requireProof(request);
        }
        limits.admit(known);
    }

    /**
     * Pages link to themselves by the address that they were asked for. One that begins with two slashes
     * names another host to a browser, and to the server a way through folders that it leaves again.
     */
    private static boolean isWrittenPlainly(HttpServletRequest request) {
        var below = Objects.requireNonNullElse(request.getPathInfo(), "");
        var path = request.getContextPath() + request.getServletPath() + below;
        return path.equals(request.getRequestURI());
    }

    private static boolean isLookingOnly(HttpServletRequest request) {
        return isSafe(request) && request.getHeader(BY_SCRIPT) == null;
    }

    private static boolean isSafe(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void signIn(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Destination.asked(request).signIn(request.getContextPath()));
    }
}
