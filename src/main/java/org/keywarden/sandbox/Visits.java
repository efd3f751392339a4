package org.keywarden.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;

/** Reads what a browser was sent here with, and refuses to send it to strangers. */
@ApplicationScoped
class Visits {

    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    @Inject Configuration configuration;

    /** Empty unless both parameters are there once, and good. */
    Optional<Visit> of(HttpServletRequest request) {
        var state = Parameters.single(request, "state").filter(s -> STATE.matcher(s).matches());
        var returnTo =
                Parameters.single(request, "redirect_url")
                        .flatMap(ReturnAddress::read)
                        .filter(address -> isOurs(address, request.getHeader("Host")));
        return state.flatMap(kept -> returnTo.map(address -> new Visit(address, kept)));
    }

    /** On this machine, where this page itself is, or where the operator says that we are. */
    boolean isOurs(ReturnAddress address, @Nullable String host) {
        var configured = configuration.providers().callbackOrigin();
        return address.isLoopback()
                || address.authority().equalsIgnoreCase(host)
                || (configured != null && address.origin().equalsIgnoreCase(configured.toString()));
    }
}
