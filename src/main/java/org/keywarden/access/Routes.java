package org.keywarden.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.keywarden.platform.log.Log;

/** Every route of the API, as the running application knows them: the access matrix. */
@ApplicationScoped
public class Routes {

    private static final Log LOG = Log.of(Routes.class);

    private record Known(Route route, Pattern pattern) {}

    @Inject GuardExtension extension;

    private final List<Known> routes = new ArrayList<>();
    private final Map<Method, AccessRule> rules = new HashMap<>();

    /** A route that cannot be read shall stop the start, not the first request. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.info("Routes are guarded", "count", routes.size());
    }

    @PostConstruct
    void collect() {
        for (var resource : extension.resources()) {
            var found = new ResourceReader(resource);
            found.routes().forEach(this::add);
            rules.putAll(found.locators());
        }
        routes.sort(
                Comparator.comparing((Known known) -> known.route().path())
                        .thenComparing(known -> known.route().httpMethod()));
    }

    private void add(Route route) {
        routes.add(new Known(route, route.pattern()));
        rules.put(route.method(), route.rule());
    }

    /** All of them, by path and method. */
    public List<Route> all() {
        return routes.stream().map(Known::route).toList();
    }

    /**
     * What a method asks of its caller.
     *
     * @throws IllegalStateException if it is none of a known resource: fail closed
     */
    public AccessRule ruleOf(Method method) {
        var rule = rules.get(method);
        if (rule == null) {
            throw new IllegalStateException("Not a known route: " + method);
        }
        return rule;
    }

    /** Whether a method belongs to a resource, and therefore must be known. */
    boolean isOfResource(Method method) {
        return rules.containsKey(method)
                || extension.resources().contains(method.getDeclaringClass());
    }

    /** Whether this can be called without a credential. */
    public boolean isAnonymous(String httpMethod, String path) {
        var asked = httpMethod.equals("HEAD") ? "GET" : httpMethod;
        return routes.stream()
                .filter(known -> known.route().rule().anonymous())
                .filter(known -> known.route().httpMethod().equals(asked))
                .anyMatch(known -> known.pattern().matcher(path).matches());
    }

    /** The methods that a path takes; empty for an unknown path. */
    public Set<String> methodsOf(String path) {
        var methods = new TreeSet<String>();
        routes.stream()
                .filter(known -> known.pattern().matcher(path).matches())
                .forEach(known -> methods.add(known.route().httpMethod()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
