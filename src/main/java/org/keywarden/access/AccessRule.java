package org.keywarden.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
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

    private static final Set<TokenType> BOTH = Set.of(TokenType.values());

    public AccessRule {
        tokenTypes = Set.copyOf(tokenTypes);
    }

    /**
     * The rule of a guarded bean's method: its own annotations, else those of its class. No scope is
     * asked for unless one is named.
     */
    static AccessRule of(Class<?> type, Method method) {
        var scope = nearest(type, method, RequiresScope.class).map(RequiresScope::value);
        return of(type, method, scope.orElse(null), false);
    }

    /**
     * The rule of a method. Without {@link AllowedTokenTypes} a hidden one takes sessions only, a
     * visible one both types.
     */
    static AccessRule of(Class<?> type, Method method, @Nullable Scope scope, boolean hidden) {
        var types =
                nearest(type, method, AllowedTokenTypes.class)
                        .map(allowed -> Set.of(allowed.value()))
                        .orElse(hidden ? Set.of(TokenType.SESSION_TOKEN) : BOTH);
        var role = nearest(type, method, RequiresRole.class).map(RequiresRole::value);
        var anonymous = method.isAnnotationPresent(AnonymousAccess.class);
        return new AccessRule(scope, types, role.orElse(Role.DEVELOPER), anonymous);
    }

    /** The method's own annotation replaces its class's. */
    static <A extends Annotation> Optional<A> nearest(
            Class<?> type, Method method, Class<A> annotation) {
        var own = method.getAnnotation(annotation);
        return Optional.ofNullable(own != null ? own : type.getAnnotation(annotation));
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
