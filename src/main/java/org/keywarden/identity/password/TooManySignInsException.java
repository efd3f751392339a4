package org.keywarden.identity.password;

import org.keywarden.platform.problem.ProblemException;

/** So many passwords are being checked that this one would have to wait too long. */
public class TooManySignInsException extends ProblemException {

    private static final long serialVersionUID = 1L;

    TooManySignInsException() {
        super(503, "SERVICE_UNAVAILABLE", "Too many people sign in at once; try again soon.");
        header("Retry-After", "10");
    }
}
