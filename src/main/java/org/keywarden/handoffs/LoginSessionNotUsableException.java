package org.keywarden.handoffs;

import org.keywarden.platform.problem.ProblemException;

/** No key can be had from a login session: it is somebody else's, not complete, used or over. */
public class LoginSessionNotUsableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    LoginSessionNotUsableException() {
        super(
                400,
                "LOGIN_SESSION_NOT_USABLE",
                "This login session is not complete, was used, or has expired; start a new one.");
    }
}
