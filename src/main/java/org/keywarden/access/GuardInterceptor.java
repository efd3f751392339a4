package org.keywarden.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/** The last line: no method of a resource runs unless its rule lets the caller pass. */
@Interceptor
@Guarded
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class GuardInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject transient Routes routes;
    @Inject transient CurrentCaller caller;

    @AroundInvoke
    Object guard(InvocationContext call) throws Exception {
        routes.ruleOf(call.getMethod()).check(caller.find().orElse(null));
        return call.proceed();
    }
}
