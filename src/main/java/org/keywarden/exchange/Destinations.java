package org.keywarden.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.PublicInternet;

/**
 * Where providers may be: in production mode on the public internet and behind TLS, so that the URL of a
 * provider is no tunnel into the network that Keywarden stands in.
 *
 * <p>It stands where the client looks names up, so that the addresses judged are those connected to,
 * and however an address is written: digits, too, come to be looked up.
 */
@ApplicationScoped
class Destinations implements DnsResolver {

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
                && !Arrays.stream(addresses).allMatch(PublicInternet::includes)) {
            throw new ForbiddenAddressException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    private static ExchangeFailedException forbidden(String message) {
        return new ExchangeFailedException(Reason.FORBIDDEN_ADDRESS, message);
    }
}
