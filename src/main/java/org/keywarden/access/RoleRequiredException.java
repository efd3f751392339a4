package org.keywarden.access;

import org.keywarden.platform.problem.ProblemException;

/** The caller's account does not have the role that the route asks for. */
class RoleRequiredException extends ProblemException {

    private static final long serialVersionUID = 1L;

    RoleRequiredException(Role required) {
        super(
                403,
                "ROLE_REQUIRED",
                "Only an account with the role %s may do this.".formatted(required));
        with("requiredRole", required);
    }
}
