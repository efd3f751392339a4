package org.keywarden.identity;

import org.keywarden.platform.problem.ProblemException;

/** E-mail address and password do not belong together; which of them is wrong stays untold. */
public class InvalidCredentialsException extends ProblemException {

    private static final long serialVersionUID = 1L;

    InvalidCredentialsException() {
        super(401, "INVALID_CREDENTIALS", "The e-mail address or the password is wrong.");
    }
}
