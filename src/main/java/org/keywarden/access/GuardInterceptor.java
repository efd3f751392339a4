package org.keywarden.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/**
 * The last line: no guarded method runs unless its rule lets the caller pass. It comes before
 * transactions, so that a refused call opens none. Like every interceptor it does not see a bean call
 * itself.
 */
@Interceptor
@Guarded
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class GuardInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject Routes routes;
    @Inject CurrentCaller caller;

    @AroundInvoke
    Object guard(InvocationContext call) throws Exception {
        var method = call.getMethod();
        var rule =
                routes.isOfResource(method)
                        ? routes.ruleOf(method)
                        : AccessRule.of(call.getTarget().getClass(), method);
        rule.check(caller.find().orElse(null));
        return call.proceed();
    }
}
