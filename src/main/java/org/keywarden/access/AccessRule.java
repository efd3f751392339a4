package org.keywarden.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a route asks of its caller. The one decision about access: the filter asks it before the body
 * is read, the interceptor again at the method. Token type, scope and role are independent; they are
 * judged in this order.
 *
 * @param scope what an API key must carry, or {@code null} for nothing in particular
 * @param tokenTypes the types of credential it takes
 * @param role what the account must be; {@link Role#DEVELOPER} for any
 * @param anonymous whether it can be called without any
 */
public record AccessRule(
        @Nullable Scope scope, Set<TokenType> tokenTypes, Role role, boolean anonymous) {

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
        } else if (scope != null && !caller.holds(scope)) {
            throw new InsufficientScopeException(scope, caller);
        } else if (role == Role.ADMIN && !caller.isAdministrator()) {
            throw new RoleRequiredException(role);
        }
    }

    private void requireAnonymous() {
        if (!anonymous) {
            throw new UnauthenticatedException(false);
        }
    }
}
