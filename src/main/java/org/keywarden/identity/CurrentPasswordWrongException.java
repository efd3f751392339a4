package org.keywarden.identity;

import org.keywarden.platform.problem.ProblemException;

/** Who wants to change the password does not know it, or has guessed too often. */
public class CurrentPasswordWrongException extends ProblemException {

    private static final long serialVersionUID = 1L;

    CurrentPasswordWrongException() {
        super(400, "CURRENT_PASSWORD_WRONG", "The current password is wrong.");
    }
}
