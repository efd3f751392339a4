package org.keywarden.authentication.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CallLimits;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Routes;
import org.keywarden.authentication.Csrf;
import org.keywarden.platform.http.Cors;
import org.keywarden.platform.problem.NotFoundException;

/**
 * Comes before routing: answers OPTIONS, tells a caller without a credential nothing about which
 * paths exist, and refuses what another site has a signed-in browser send.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class EntranceFilter implements ContainerRequestFilter {

    /** RFC 9110, section 9.2.1; TRACE is no method of ours. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Inject Routes routes;
    @Inject CurrentCaller caller;
    @Inject CallLimits limits;
    @Inject Csrf csrf;
    @Inject Cors cors;

    @Override
    public void filter(ContainerRequestContext request) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        if (request.getMethod().equals("OPTIONS")) {
            request.abortWith(options(path, request.getHeaderString("Origin")));
        } else if (caller.find().isEmpty() && !routes.isAnonymous(request.getMethod(), path)) {
            throw limits.refusal(false);
        } else if (caller.isByCookie() && !SAFE.contains(request.getMethod())) {
            csrf.require(caller.get(), request.getHeaderString("X-CSRF-Token"));
        }
    }

    private Response options(String path, @Nullable String origin) {
        var methods = routes.methodsOf(path);
        if (methods.isEmpty()) {
            throw new NotFoundException();
        }
        var answer = Response.noContent().header(HttpHeaders.ALLOW, String.join(", ", methods));
        cors.preflight(origin, methods).forEach(answer::header);
        return answer.build();
    }
}
