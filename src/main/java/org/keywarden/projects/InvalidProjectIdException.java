package org.keywarden.projects;

import org.keywarden.platform.problem.ProblemException;

/** No project of the caller's has the id that a new key should go to. */
public class InvalidProjectIdException extends ProblemException {

    private static final long serialVersionUID = 1L;

    InvalidProjectIdException() {
        super(400, "INVALID_PROJECT_ID", "You have no project with this id.");
    }
}
