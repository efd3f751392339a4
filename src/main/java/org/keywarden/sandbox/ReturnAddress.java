package org.keywarden.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes back to: the callback of a hand-off and nothing else. Read by one strict
 * pattern, since browsers and libraries disagree about every URL that is a little odd.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case, an IPv6 address with its brackets
 * @param port with its colon, or empty
 * @param path that of a callback
 * @param query with its question mark, or empty
 */
record ReturnAddress(String scheme, String host, String port, String path, String query) {

    private static final int LONGEST = 2048;
    private static final Pattern CALLBACK =
            Pattern.compile(
                    "(?<scheme>https?)://"
                            + "(?<host>\\[[0-9a-fA-F:.]{2,45}\\]|[A-Za-z0-9.-]{1,253})"
                            + "(?<port>:[0-9]{1,5})?"
                            + "(?<path>/api/v1/auth/providers/[a-z0-9-]{2,40}/callback)"
                            + "(?<query>\\?[A-Za-z0-9._~!$'()*+,;:@/?%&=-]*)?");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");

    /** Reads it; empty if it is anything else. */
    static Optional<ReturnAddress> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = CALLBACK.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new ReturnAddress(
                                parts.group("scheme"),
                                parts.group("host").toLowerCase(Locale.ROOT),
                                orEmpty(parts.group("port")),
                                parts.group("path"),
                                orEmpty(parts.group("query"))))
                : Optional.empty();
    }

    boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** Host and port, as a request has them in {@code Host}. */
    String authority() {
        return host + port;
    }

    String origin() {
        return scheme + "://" + authority();
    }

    String asText() {
        return origin() + path + query;
    }

    /** The same address with more parameters, which need no encoding. */
    String with(String parameters) {
        var separator = query.isEmpty() ? "?" : query.matches(".*[?&]") ? "" : "&";
        return asText() + separator + parameters;
    }

    /**
     * What a content security policy calls it; browsers also look at where a form's answer leads. It
     * has no words for an IPv6 address.
     */
    String formTarget() {
        return host.startsWith("[") ? scheme + ":" : origin();
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
