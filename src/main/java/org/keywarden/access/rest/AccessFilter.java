package org.keywarden.access.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Routes;

/** Asks the route's rule before the body is read; the interceptor asks it again at the method. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {

    @Context ResourceInfo resource;
    @Inject Routes routes;
    @Inject CurrentCaller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        routes.ruleOf(resource.getResourceMethod()).check(caller.find().orElse(null));
    }
}
