package org.keywarden.access.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Routes;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.platform.problem.NotFoundException;

/**
 * Comes before routing: answers OPTIONS, and tells a caller without a credential nothing about which
 * paths exist.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class EntranceFilter implements ContainerRequestFilter {

    @Inject Routes routes;
    @Inject CurrentCaller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        if (request.getMethod().equals("OPTIONS")) {
            request.abortWith(options(path));
        } else if (caller.find().isEmpty() && !routes.isAnonymous(request.getMethod(), path)) {
            throw new UnauthenticatedException(false);
        }
    }

    private Response options(String path) {
        var methods = routes.methodsOf(path);
        if (methods.isEmpty()) {
            throw new NotFoundException();
        }
        return Response.noContent().header(HttpHeaders.ALLOW, String.join(", ", methods)).build();
    }
}
