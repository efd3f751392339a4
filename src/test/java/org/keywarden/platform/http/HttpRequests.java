package org.keywarden.platform.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests for tests: headers, and nothing else. */
public final class HttpRequests {

    private HttpRequests() {}

    /** A request with these headers; any other question fails the test. */
    public static HttpServletRequest with(Map<String, List<String>> headers) {
        return from("192.0.2.1", headers);
    }

    /** The same, of a peer with this address. */
    public static HttpServletRequest from(String peer, Map<String, List<String>> headers) {
        var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        HttpRequests.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("getRemoteAddr")) {
                                return peer;
                            }
                            if (method.getName().equals("getScheme")) {
                                return "http";
                            }
                            if (method.getName().equals("getLocalName")) {
                                return "127.0.0.1";
                            }
                            if (method.getName().equals("getLocalPort")) {
                                return 8080;
                            }
                            if (method.getName().equals("getHeader")) {
                                return byName
                                        .getOrDefault((String) arguments[0], List.of())
                                        .stream()
                                        .findFirst()
                                        .orElse(null);
                            }
                            if (method.getName().equals("getCookies")) {
                                return cookies(byName.getOrDefault("cookie", List.of()));
                            }
                            if (!method.getName().equals("getHeaders")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            var name = ((String) arguments[0]).toLowerCase(Locale.ROOT);
                            return Collections.enumeration(byName.getOrDefault(name, List.of()));
                        });
    }

    private static Cookie @Nullable [] cookies(List<String> headers) {
        return headers.isEmpty()
                ? null
                : headers.stream()
                        .flatMap(header -> Arrays.stream(header.split("; ")))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> new Cookie(pair[0], pair[1]))
                        .toArray(Cookie[]::new);
    }
}
