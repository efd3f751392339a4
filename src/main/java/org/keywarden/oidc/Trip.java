package org.keywarden.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.keywarden.authentication.Destination;

/**
 * One browser's way to the issuer and back.
 *
 * @param state comes back beside the code, and tells this trip from those that others set up
 * @param nonce comes back inside the ID token, and ties it to this trip
 * @param verifier proves to the issuer that whoever exchanges the code began the trip (PKCE)
 * @param expiresAt when it is too late to come back
 * @param redirectUri where to come back to
 * @param destination where to go then
 */
record Trip(
        String state,
        String nonce,
        String verifier,
        Instant expiresAt,
        URI redirectUri,
        Destination destination) {

    private static final String SPACE = " "; // none of the parts has one

    /** As one text. */
    String text() {
        return String.join(
                SPACE,
                state,
                nonce,
                verifier,
                String.valueOf(expiresAt.getEpochSecond()),
                redirectUri.toString(),
                destination.path());
    }

    /** Reads what {@link #text} wrote. */
    static Trip of(String text) {
        var parts = text.split(SPACE, -1);
        return new Trip(
                parts[0],
                parts[1],
                parts[2],
                Instant.ofEpochSecond(Long.parseLong(parts[3])),
                URI.create(parts[4]),
                Destination.of(parts[5]));
    }

    /** Compares in constant time. */
    boolean hasState(String presented) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "Trip[" + destination + "]";
    }
}
