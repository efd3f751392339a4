package org.keywarden.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.http.ApiApplication;

/**
 * A method of a resource, and how it is reached.
 *
 * @param httpMethod such as {@code GET}
 * @param path with the base path, such as {@code /api/v1/developer/projects/{id}}
 * @param hidden whether OpenAPI leaves it out
 * @param rule what it asks of its caller
 * @param method what it calls
 */
public record Route(
        String httpMethod, String path, boolean hidden, AccessRule rule, Method method) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]+}");

    /**
     * Reads a resource's method; empty if that answers no request.
     *
     * @throws IllegalStateException if no scope is known for its HTTP method
     */
    static Optional<Route> of(Class<?> resource, Method method) {
        return httpMethod(method).map(http -> route(resource, method, http));
    }

    private static Route route(Class<?> resource, Method method, String httpMethod) {
        var operation = method.getAnnotation(Operation.class);
        var hidden = operation != null && operation.hidden();
        var rule =
                new AccessRule(
                        scope(resource, method, httpMethod),
                        tokenTypes(resource, method, hidden),
                        role(resource, method),
                        method.isAnnotationPresent(AnonymousAccess.class));
        return new Route(httpMethod, path(resource, method), hidden, rule, method);
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Scope scope(Class<?> resource, Method method, String httpMethod) {
        var required = nearest(resource, method, RequiresScope.class);
        return required != null
                ? required.value()
                : Scope.ofMethod(httpMethod)
                        .orElseThrow(() -> new IllegalStateException("No scope for " + method));
    }

    private static Set<TokenType> tokenTypes(Class<?> resource, Method method, boolean hidden) {
        var allowed = nearest(resource, method, AllowedTokenTypes.class);
        if (allowed != null) {
            return Set.of(allowed.value());
        }
        return hidden ? EnumSet.of(TokenType.SESSION_TOKEN) : EnumSet.allOf(TokenType.class);
    }

    private static Role role(Class<?> resource, Method method) {
        var required = nearest(resource, method, RequiresRole.class);
        return required == null ? Role.DEVELOPER : required.value();
    }

    /** The method's own annotation replaces its class's. */
    private static <A extends Annotation> @Nullable A nearest(
            Class<?> resource, Method method, Class<A> type) {
        var own = method.getAnnotation(type);
        return own != null ? own : resource.getAnnotation(type);
    }

    private static String path(Class<?> resource, Method method) {
        return ApiApplication.BASE_PATH
                + segment(resource.getAnnotation(Path.class))
                + segment(method.getAnnotation(Path.class));
    }

    private static String segment(@Nullable Path path) {
        var value = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return value.isEmpty() ? "" : "/" + value;
    }

    /** What an API key must carry to call it; no route goes without. */
    public Scope scope() {
        return Objects.requireNonNull(rule.scope());
    }

    /** Matches the paths of this route, a parameter being one segment. */
    Pattern pattern() {
        var pattern = new StringBuilder();
        var parameter = PARAMETER.matcher(path);
        int end = 0;
        while (parameter.find()) {
            pattern.append(Pattern.quote(path.substring(end, parameter.start()))).append("[^/]+");
            end = parameter.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(path.substring(end))).append("/?").toString());
    }
}
