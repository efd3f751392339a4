package org.keywarden.sandbox;

import org.keywarden.platform.problem.ProblemException;

/** What the sandbox says to requests that no form or client of ours makes. */
final class Refusals {

    private Refusals() {}

    static ProblemException method(String allowed) {
        return new ProblemException(
                        405, "METHOD_NOT_ALLOWED", "This path does not take this method.")
                .header("Allow", allowed);
    }

    static ProblemException tooLarge() {
        return new ProblemException(413, "PAYLOAD_TOO_LARGE", "The body is too large.");
    }

    static ProblemException incomplete(String detail) {
        return new ProblemException(400, "BAD_REQUEST", detail);
    }

    /** As RFC 6750 wants it. */
    static ProblemException badToken() {
        return new ProblemException(
                        401,
                        "UNAUTHENTICATED",
                        "This is no token or key of the sandbox, or it was used.")
                .header("WWW-Authenticate", "Bearer realm=\"sandbox\", error=\"invalid_token\"");
    }
}
