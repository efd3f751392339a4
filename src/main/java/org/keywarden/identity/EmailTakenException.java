package org.keywarden.identity;

import org.keywarden.platform.problem.ProblemException;

/** An account has this e-mail address, in this or another case. */
public class EmailTakenException extends ProblemException {

    private static final long serialVersionUID = 1L;

    EmailTakenException() {
        super(409, "EMAIL_TAKEN", "There is an account with this e-mail address.");
    }
}
