package org.keywarden.identity;

import java.time.Instant;

/**
 * The outcome of signing in.
 *
 * @param token the JWT; shown once, kept nowhere
 * @param expiresAt when it stops working
 * @param user who signed in
 */
public record SignedIn(String token, Instant expiresAt, User user) {

    /** Never the token. */
    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
