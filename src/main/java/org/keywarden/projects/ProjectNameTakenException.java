package org.keywarden.projects;

import org.keywarden.platform.problem.ProblemException;

/** The user has another project of that name. */
public class ProjectNameTakenException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ProjectNameTakenException() {
        super(409, "PROJECT_NAME_TAKEN", "You have another project of this name.");
    }
}
