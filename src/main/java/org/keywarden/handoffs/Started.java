package org.keywarden.handoffs;

import java.net.URI;
import java.time.Duration;

/**
 * A hand-off that has begun.
 *
 * @param authUrl where to send the browser
 * @param loginSessionId what to poll with: 64 hex digits, shown this once
 * @param binding the cookie for the browser
 */
public record Started(URI authUrl, String loginSessionId, BrowserBinding binding) {

    /** How long all of it may take. */
    public static final Duration LIFETIME = HandOff.LIFETIME;

    /** How long to wait before asking how far it is, each time. */
    public static final Duration POLL_AFTER = Duration.ofMillis(1500);

    /** Never the login session id. */
    @Override
    public String toString() {
        return "Started";
    }
}
