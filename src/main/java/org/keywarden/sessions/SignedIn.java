package org.keywarden.sessions;

import java.time.Instant;
import org.keywarden.identity.User;

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
