package org.keywarden.platform.request;

import java.net.Inet6Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Cidr;

/**
 * The request that this thread works on, for the log, the audit trail and error answers.
 *
 * @param id from {@code X-Request-Id} if that was well formed, else a new UUID
 * @param address the client's IP address, as far as trusted proxies tell it
 */
public record RequestContext(String id, String address) {

    /** The header that brings a request id and always carries it back. */
    public static final String HEADER = "X-Request-Id";

    private static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

    /** The context of this thread's request; empty on a background thread. */
    public static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Whom limits count: the address; of IPv6 the first 64 bits, since one client commands all the
     * others.
     */
    public String network() {
        return Cidr.literal(address)
                .filter(Inet6Address.class::isInstance)
                .map(ipv6 -> new Cidr(ipv6, 64).trimmed().toString())
                .orElse(address);
    }

    /** Makes it the context of this thread. */
    void enter() {
        CURRENT.set(this);
    }

    /** Forgets the request, since the server reuses its thread. */
    public static void end() {
        CURRENT.remove();
    }
}
