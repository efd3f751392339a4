package org.keywarden.platform.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Cidr;

/**
 * The origin under which a browser has reached us, such as {@code https://keys.example}. Behind a
 * trusted proxy it is what that proxy says in {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}.
 */
@ApplicationScoped
public class PublicOrigin {

    /** A name, or the address of IPv6 in brackets. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9.-]{1,253}|\\[([0-9A-Fa-f:.]{2,45})])(?::[0-9]{1,5})?");

    @Inject ClientAddress client;

    /** The origin of a request; one whose host makes no sense has the server's own name. */
    public URI of(HttpServletRequest request) {
        var scheme = request.getScheme();
        var host = request.getHeader("Host");
        if (client.isBehindTrustedProxy(request)) {
            var forwarded = last(request.getHeader("X-Forwarded-Proto"));
            scheme = forwarded != null && forwarded.matches("https?") ? forwarded : scheme;
            host = or(last(request.getHeader("X-Forwarded-Host")), host);
        }
        return URI.create(scheme + "://" + or(host, ownHost(request)));
    }

    /** What the nearest proxy appended; what stands before it is anybody's word. */
    private static @Nullable String last(@Nullable String values) {
        return values == null ? null : values.substring(values.lastIndexOf(',') + 1).strip();
    }

    private static String or(@Nullable String host, @Nullable String otherwise) {
        return host != null && isHost(host) ? host : String.valueOf(otherwise);
    }

    private static boolean isHost(String text) {
        var host = HOST.matcher(text);
        return host.matches() && (host.group(1) == null || Cidr.literal(host.group(1)).isPresent());
    }

    private static String ownHost(HttpServletRequest request) {
        return request.getLocalName() + ":" + request.getLocalPort();
    }
}
