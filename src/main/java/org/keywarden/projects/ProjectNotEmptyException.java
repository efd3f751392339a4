package org.keywarden.projects;

import org.keywarden.platform.problem.ProblemException;

/** The project holds keys that still work. */
public class ProjectNotEmptyException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ProjectNotEmptyException() {
        super(
                409,
                "PROJECT_NOT_EMPTY",
                "The project holds keys that are not revoked; delete it with revokeKeys=true to revoke them.");
    }
}
