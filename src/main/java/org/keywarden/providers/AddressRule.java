package org.keywarden.providers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.PublicInternet;

/**
 * Judges the URL of a provider by what it says alone; what a name leads to is judged when it is called.
 *
 * @param production whether it must be safe from eavesdroppers and lead out of our own network
 */
record AddressRule(boolean production) {

    private static final int MAX_PORT = 65535;

    /**
     * What is wrong with a URL; empty if nothing is.
     *
     * @param mayHaveQuery whether a query is good for anything there
     */
    Optional<String> complaint(String text, boolean mayHaveQuery) {
        var url = parse(text);
        if (url == null) {
            return Optional.of(
                    "must be a URL like https://provider.example/path, in ASCII,"
                            + " without user or fragment");
        }
        if (url.getRawQuery() != null && !mayHaveQuery) {
            return Optional.of("must have no query");
        }
        if (production && !url.getScheme().equalsIgnoreCase("https")) {
            return Optional.of("must begin with https:// in production");
        }
        return production && !PublicInternet.mayHave(url.getHost())
                ? Optional.of("must not lead into a private network in production")
                : Optional.empty();
    }

    private static @Nullable URI parse(String text) {
        try {
            var url = new URI(text);
            return text.chars().allMatch(c -> c > ' ' && c < 0x7f) && isWhole(url) ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isWhole(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http"))
                && url.getHost() != null
                && url.getPort() != 0
                && url.getPort() <= MAX_PORT
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null;
    }
}
