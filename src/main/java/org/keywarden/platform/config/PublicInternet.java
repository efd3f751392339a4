package org.keywarden.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet: all but those of special purpose, and ways to them in
 * disguise.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4 special-purpose
 *     addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">the same for IPv6</a>
 */
public final class PublicInternet {

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

    private PublicInternet() {}

    /** Whether anybody may be called there. */
    public static boolean includes(InetAddress address) {
        return TRANSLATED.contains(address)
                ? includes(inside(address))
                : CLOSED.stream().noneMatch(block -> block.contains(address));
    }

    /**
     * Whether a host may be there, as far as it says so itself: a name is never looked up.
     *
     * @param host as in a URL, an IPv6 address in its brackets
     */
    public static boolean mayHave(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("[.]$", "");
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return false;
        }
        if (name.startsWith("[")) {
            return hasAddress(name.substring(1, name.length() - 1));
        }
        return !name.matches("(.*[.])?[0-9][^.]*") || hasAddress(name); // no such top domain
    }

    /** An address that we cannot read may mean anything. */
    private static boolean hasAddress(String digits) {
        return Cidr.literal(digits).filter(PublicInternet::includes).isPresent();
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
}
