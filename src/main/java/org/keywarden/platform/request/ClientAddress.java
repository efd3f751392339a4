package org.keywarden.platform.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keywarden.platform.config.Cidr;
import org.keywarden.platform.config.Configuration;

/**
 * Tells where a request comes from. Anybody can write {@code X-Forwarded-For}; only what a trusted
 * proxy appended to it counts, so it is read from its end, as far as the proxies are trusted.
 */
@ApplicationScoped
class ClientAddress {

    /** Some proxies add the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d+)?|([0-9.]+):\\d+");

    @Inject Configuration configuration;

    /** The address of the client, in digits. */
    String of(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        return trustedProxy(request)
                .map(proxy -> farthest(proxy, hops(request)).getHostAddress())
                .orElse(peer);
    }

    /** Whether somebody whose {@code X-Forwarded-*} headers count has passed the request on. */
    boolean isBehindTrustedProxy(HttpServletRequest request) {
        return trustedProxy(request).isPresent();
    }

    private Optional<InetAddress> trustedProxy(HttpServletRequest request) {
        return Cidr.literal(request.getRemoteAddr()).filter(this::isTrusted);
    }

    private InetAddress farthest(InetAddress peer, Iterable<String> hops) {
        var client = peer;
        for (var hop : hops) {
            var address = read(hop);
            if (address.isEmpty()) {
                return client; // what lies behind it is anybody's guess
            }
            client = address.get();
            if (!isTrusted(client)) {
                return client;
            }
        }
        return client;
    }

    /** The last hop first. */
    private static Iterable<String> hops(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("X-Forwarded-For"));
        var hops = new ArrayList<>(Arrays.asList(String.join(",", headers).split(",", -1)));
        Collections.reverse(hops);
        return hops;
    }

    private static Optional<InetAddress> read(String hop) {
        var text = hop.strip();
        var port = WITH_PORT.matcher(text);
        if (port.matches()) {
            text = port.group(1) != null ? port.group(1) : port.group(2);
        }
        return Cidr.literal(text);
    }

    private boolean isTrusted(InetAddress address) {
        return configuration.trustedProxies().stream().anyMatch(block -> block.contains(address));
    }
}
