package org.keywarden.access.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CallLimits;
import org.keywarden.access.Caller;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Routes;
import org.keywarden.access.Scope;
import org.keywarden.access.ScopeUsed;
import org.keywarden.access.TokenType;
import org.keywarden.platform.limit.Allowance;
import org.keywarden.platform.problem.ProblemException;

/**
 * Asks the route's rule and then the limits before the body is read; the interceptor asks the rule
 * again at the method. The answer tells what the limits still allow.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String ALLOWANCES = Allowance.class.getName();

    @Context ResourceInfo resource;
    @Inject Routes routes;
    @Inject CurrentCaller caller;
    @Inject CallLimits limits;
    @Inject Event<ScopeUsed> uses;
    @Inject Clock clock;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var rule = routes.ruleOf(method);
        try {
            rule.check(caller.find().orElse(null));
        } catch (ProblemException refusal) {
            caller.find().ifPresent(limits::countForbidden);
            throw refusal;
        }
        request.setProperty(ALLOWANCES, limits.admit(method, caller.find()));
        caller.find().ifPresent(known -> tell(known, rule.scope()));
    }

    private void tell(Caller known, @Nullable Scope scope) {
        if (scope != null && known.tokenType() == TokenType.API_KEY) {
            uses.fire(new ScopeUsed(known, scope, clock.instant()));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // set above
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ALLOWANCES) instanceof List<?> allowances
                && !allowances.isEmpty()) {
            var all = (List<Allowance>) allowances;
            var headers = response.getHeaders();
            headers.putSingle("RateLimit-Policy", joined(all, left -> left.policy().header()));
            headers.putSingle("RateLimit", joined(all, Allowance::header));
        }
    }

    private static String joined(List<Allowance> all, Function<Allowance, String> header) {
        return all.stream().map(header).collect(Collectors.joining(", "));
    }
}
