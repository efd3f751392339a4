package org.keywarden.providers;

import org.keywarden.platform.problem.ProblemException;

/** The sandbox is for development only. */
public class SandboxNotAllowedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    SandboxNotAllowedException() {
        super(409, "SANDBOX_NOT_ALLOWED", "The sandbox cannot be enabled in production.");
    }
}
