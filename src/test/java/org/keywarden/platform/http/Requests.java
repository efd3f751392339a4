package org.keywarden.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests for tests: headers, and nothing else. */
public final class Requests {

    private Requests() {}

    /** A request with these headers; any other question fails the test. */
    public static HttpServletRequest with(Map<String, List<String>> headers) {
        var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        Requests.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("getHeaders")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            var name = ((String) arguments[0]).toLowerCase(Locale.ROOT);
                            return Collections.enumeration(byName.getOrDefault(name, List.of()));
                        });
    }
}
