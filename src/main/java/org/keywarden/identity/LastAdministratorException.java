package org.keywarden.identity;

import org.keywarden.platform.problem.ProblemException;

/** Nobody could administer any more. */
public class LastAdministratorException extends ProblemException {

    private static final long serialVersionUID = 1L;

    LastAdministratorException() {
        super(
                409,
                "LAST_ADMINISTRATOR",
                "This is the last administrator who is not suspended; appoint another one first.");
    }
}
