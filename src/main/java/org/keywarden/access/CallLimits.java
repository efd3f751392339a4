package org.keywarden.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.limit.Allowance;
import org.keywarden.platform.limit.Policy;
import org.keywarden.platform.limit.RateLimitedException;
import org.keywarden.platform.limit.RateLimits;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.request.RequestContext;

/**
 * How often anybody may call the API. Who is let in is counted by user or key, who needs no
 * credential by address. Refusals count too: a 401 by address, a 403 against the caller's calls.
 */
@ApplicationScoped
public class CallLimits {

    @Inject Configuration configuration;
    @Inject RateLimits limits;

    private Policy ofCallers = new Policy("caller", 1);
    private Policy ofAnonymous = new Policy("anonymous", 1);
    private Policy ofRefused = new Policy("refused", 1);

    @PostConstruct
    void configure() {
        ofCallers = new Policy("caller", configuration.limits().caller());
        ofAnonymous = new Policy("anonymous", configuration.limits().anonymous());
        ofRefused = new Policy("refused", configuration.limits().refused());
    }

    /**
     * Counts a call that may be made.
     *
     * @return what is left under each policy that binds it
     * @throws RateLimitedException if nothing is
     */
    public List<Allowance> admit(Method route, Optional<Caller> caller) {
        var allowances = new ArrayList<Allowance>();
        var own = route.getAnnotation(RateLimit.class);
        if (own != null) {
            allowances.add(admit(own.name(), own.perMinute()));
        }
        if (caller.isEmpty()) {
            allowances.add(limits.require(ofAnonymous, network()));
        } else if (!route.isAnnotationPresent(CountsRefusalsOnly.class)) {
            allowances.add(limits.require(ofCallers, subject(caller.get())));
        }
        return allowances;
    }

    /**
     * Counts what an address does under a limit of its own; for pages, as {@link RateLimit} for routes.
     *
     * @throws RateLimitedException if nothing is left
     */
    public Allowance admit(String name, int perMinute) {
        return limits.require(new Policy(name, perMinute), network());
    }

    /**
     * Counts what somebody does on a page against the calls that the account may make.
     *
     * @throws RateLimitedException if none is left
     */
    public Allowance admit(Caller caller) {
        return limits.require(ofCallers, subject(caller));
    }

    /** Counts a call that may not be made. The refusal stands, whatever is left. */
    public void countForbidden(Caller caller) {
        limits.take(ofCallers, subject(caller));
    }

    /**
     * Counts a call by nobody known, and tells how to refuse it: 401, or 429 once there were too many
     * from that address. A good credential is never affected: behind one address there may be many.
     *
     * @param credentialSent whether there was a credential, which then was not good
     */
    public ProblemException refusal(boolean credentialSent) {
        var allowance = limits.take(ofRefused, network());
        return allowance.granted()
                ? new UnauthenticatedException(credentialSent)
                : new RateLimitedException(allowance);
    }

    private static String subject(Caller caller) {
        return caller.tokenType() == TokenType.API_KEY
                ? caller.credentialId()
                : caller.user().value();
    }

    private static String network() {
        return RequestContext.current().orElseThrow().network();
    }
}
