package org.keywarden.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.crypto.Sealing;
import org.keywarden.platform.request.OwnCookies;

/**
 * Keeps a {@link Trip} in the browser that makes it, sealed, so that the browser cannot read it and any
 * node can. Strict would be the better SameSite, but the issuer's page is another site's.
 */
@ApplicationScoped
class TripCookie {

    /** How long somebody may take at the issuer. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    @Inject Configuration configuration;
    @Inject Sealing sealing;
    @Inject Clock clock;

    void set(HttpServletResponse response, Trip trip) {
        response.addCookie(cookie(sealing.seal(place(), trip.text()), (int) LIFETIME.toSeconds()));
    }

    /** Has the browser forget it. */
    void clear(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    /** The trip that a browser is on; empty if it has none, or none that is ours, or was too slow. */
    Optional<Trip> find(HttpServletRequest request) {
        var values =
                Stream.ofNullable(request.getCookies())
                        .flatMap(Arrays::stream)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .map(Cookie::getValue)
                        .toList();
        // of two one is planted, and there is no telling which
        return values.size() == 1
                ? open(values.get(0)).filter(trip -> clock.instant().isBefore(trip.expiresAt()))
                : Optional.empty();
    }

    private Optional<Trip> open(String sealed) {
        try {
            return Optional.of(Trip.of(sealing.open(place(), sealed)));
        } catch (SealBrokenException e) {
            return Optional.empty();
        }
    }

    /** A trip to one issuer is none to another, which an operator may have put in its place. */
    private String place() {
        var oidc = Settings.of(configuration);
        return "oidc/trip/" + oidc.clientId() + "/" + oidc.issuer();
    }

    private String name() {
        return configuration.isProduction() ? "__Host-keywarden-trip" : "keywarden-trip";
    }

    private Cookie cookie(String value, int maxAge) {
        var cookie = OwnCookies.of(name(), value, configuration);
        cookie.setMaxAge(maxAge);
        return cookie;
    }
}
