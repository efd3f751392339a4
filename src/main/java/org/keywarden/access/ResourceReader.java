package org.keywarden.access;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keywarden.platform.http.ApiApplication;

/**
 * Reads the routes of a resource, and of the resources that its locators lead to. A class without a
 * path has none by itself.
 */
class ResourceReader {

    private final List<Route> routes = new ArrayList<>();
    private final Map<Method, AccessRule> locators = new HashMap<>();

    ResourceReader(Class<?> resource) {
        var path = resource.getAnnotation(Path.class);
        if (path != null) {
            read(resource, ApiApplication.BASE_PATH + Route.segment(path));
        }
    }

    List<Route> routes() {
        return routes;
    }

    /**
     * The methods that lead on to another resource. They run before a route is known, so they take
     * every caller; the route that is found then is guarded by the filter.
     */
    Map<Method, AccessRule> locators() {
        return locators;
    }

    private void read(Class<?> resource, String prefix) {
        for (var method : resource.getMethods()) {
            var path = method.getAnnotation(Path.class);
            var route = Route.of(resource, method, prefix);
            if (route.isPresent()) {
                routes.add(route.get());
            } else if (path != null) {
                follow(method, prefix + Route.segment(path));
            }
        }
    }

    private void follow(Method locator, String path) {
        var before = routes.size();
        if (locators.containsKey(locator)) {
            throw new IllegalStateException("Leads back to itself: " + locator);
        }
        locators.put(locator, ruleOfLocator(false));
        read(locator.getReturnType(), path);
        var found = routes.subList(before, routes.size());
        if (found.isEmpty()) {
            throw new IllegalStateException("Declares no resource that it leads to: " + locator);
        }
        locators.put(
                locator, ruleOfLocator(found.stream().anyMatch(route -> route.rule().anonymous())));
    }

    private static AccessRule ruleOfLocator(boolean anonymous) {
        return new AccessRule(null, EnumSet.allOf(TokenType.class), Role.DEVELOPER, anonymous);
    }
}
