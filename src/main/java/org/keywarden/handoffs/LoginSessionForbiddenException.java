package org.keywarden.handoffs;

import org.keywarden.platform.problem.ProblemException;

/** A login session was begun by another user, or with another provider. */
public class LoginSessionForbiddenException extends ProblemException {

    private static final long serialVersionUID = 1L;

    LoginSessionForbiddenException() {
        super(
                403,
                "LOGIN_SESSION_FORBIDDEN",
                "Somebody else started this login session, or with another provider.");
    }
}
