package org.keywarden.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.platform.config.Cidr;
import org.keywarden.platform.config.Configuration;

/**
 * Where providers may be: in production mode on the public internet and behind TLS, so that the URL of a
 * provider is no tunnel into the network that Keywarden stands in.
 *
 * <p>It stands where the client looks names up, so that the addresses judged are those connected to,
 * and however an address is written: digits, too, come to be looked up.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4 special-purpose
 *     addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">the same for IPv6</a>
 */
@ApplicationScoped
class Destinations implements DnsResolver {

    private static final List<Cidr> CLOSED =
            Stream.of(
                            "0.0.0.0/8", // this network
                            "10.0.0.0/8", // private
                            "100.64.0.0/10", // shared by the customers of a carrier
                            "127.0.0.0/8", // loopback
                            "169.254.0.0/16", // link-local, and where clouds keep credentials
                            "172.16.0.0/12", // private
                            "192.0.0.0/24", // protocols
                            "192.0.2.0/24", // documentation
                            "192.88.99.0/24", // relays of 6to4
                            "192.168.0.0/16", // private
                            "198.18.0.0/15", // benchmarks
                            "198.51.100.0/24", // documentation
                            "203.0.113.0/24", // documentation
                            "224.0.0.0/4", // multicast
                            "240.0.0.0/4", // reserved, and broadcast
                            "::/3", // unspecified, loopback, IPv4 in disguise
                            "2001::/23", // Teredo and other protocols
                            "2001:db8::/32", // documentation
                            "2002::/16", // 6to4
                            "3fff::/20", // documentation
                            "4000::/2", // nobody's
                            "8000::/1") // unique local, link-local, site-local, multicast
                    .map(block -> Cidr.parse(block).orElseThrow())
                    .toList();

    /** IPv4 addresses as networks without IPv4 see them (RFC 6052): as good as what is inside. */
    private static final Cidr TRANSLATED = Cidr.parse("64:ff9b::/96").orElseThrow();

    private static final int MAX_PORT = 65_535;

    @Inject Configuration configuration;

    /** Looks names up; tests say what a name means. */
    DnsResolver names = SystemDefaultDnsResolver.INSTANCE;

    /** A name or address that is not called. */
    static class ForbiddenAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        ForbiddenAddressException() {
            super("It has an address that is not on the public internet");
        }
    }

    /**
     * Judges what can be judged without a look-up.
     *
     * @throws ExchangeFailedException {@code FORBIDDEN_ADDRESS} if it is no URL that is ever called
     */
    void check(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw forbidden("Its URL is neither https: nor http:");
        }
        if (scheme.equals("http") && configuration.isProduction()) {
            throw forbidden("Its URL is not https:, which production asks for");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || !hasGoodPort(url)) {
            throw forbidden("Its URL has no good host, or has more than host and port there");
        }
    }

    private static boolean hasGoodPort(URI url) {
        return url.getPort() == -1 || (url.getPort() > 0 && url.getPort() <= MAX_PORT);
    }

    /**
     * The addresses of a name, all of which may be called.
     *
     * @throws ForbiddenAddressException if one of them may not
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException("No address");
        }
        if (configuration.isProduction()
                && !Arrays.stream(addresses).allMatch(Destinations::isPublic)) {
            throw new ForbiddenAddressException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) {
        return TRANSLATED.contains(address)
                ? isPublic(inside(address))
                : CLOSED.stream().noneMatch(block -> block.contains(address));
    }

    /** Its last four bytes. */
    private static InetAddress inside(InetAddress address) {
        var bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(
                    Arrays.copyOfRange(bytes, bytes.length - Integer.BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static ExchangeFailedException forbidden(String message) {
        return new ExchangeFailedException(Reason.FORBIDDEN_ADDRESS, message);
    }
}
