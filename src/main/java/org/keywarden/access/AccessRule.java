package org.keywarden.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a route asks of its caller. The one decision about access: the filter asks it before the body
 * is read, the interceptor again at the method. Token type and scope are independent; the type is
 * judged first.
 *
 * @param scope what an API key must carry
 * @param tokenTypes the types of credential it takes
 * @param anonymous whether it can be called without any
 */
public record AccessRule(Scope scope, Set<TokenType> tokenTypes, boolean anonymous) {

    public AccessRule {
        tokenTypes = Set.copyOf(tokenTypes);
    }

    /**
     * Lets the caller pass, or says why not.
     *
     * @param caller {@code null} for a request without a credential
     * @throws org.keywarden.platform.problem.ProblemException 401 or 403
     */
    public void check(@Nullable Caller caller) {
        if (caller == null) {
            requireAnonymous();
        } else if (caller.suspended()) {
            throw new AccountSuspendedException();
        } else if (!tokenTypes.contains(caller.tokenType())) {
            throw new TokenTypeNotAllowedException(caller.tokenType(), tokenTypes);
        } else if (!caller.holds(scope)) {
            throw new InsufficientScopeException(scope, caller);
        }
    }

    private void requireAnonymous() {
        if (!anonymous) {
            throw new UnauthenticatedException(false);
        }
    }
}
