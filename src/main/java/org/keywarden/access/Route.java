package org.keywarden.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

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
     * @param prefix the path of the resource
     * @throws IllegalStateException if no scope is known for its HTTP method
     */
    static Optional<Route> of(Class<?> resource, Method method, String prefix) {
        return httpMethod(method).map(http -> route(resource, method, prefix, http));
    }

    private static Route route(Class<?> resource, Method method, String prefix, String httpMethod) {
        var operation = method.getAnnotation(Operation.class);
        var hidden = operation != null && operation.hidden();
        var rule = AccessRule.of(resource, method, scope(resource, method, httpMethod), hidden);
        var path = prefix + segment(method.getAnnotation(Path.class));
        return new Route(httpMethod, path, hidden, rule, method);
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Scope scope(Class<?> resource, Method method, String httpMethod) {
        return AccessRule.nearest(resource, method, RequiresScope.class)
                .map(RequiresScope::value)
                .or(() -> Scope.ofMethod(httpMethod))
                .orElseThrow(() -> new IllegalStateException("No scope for " + method));
    }

    static String segment(@Nullable Path path) {
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
