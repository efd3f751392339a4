package org.keywarden.authentication;

import org.keywarden.platform.problem.ProblemException;

/** A browser's session asked for a change without the token that only our own pages know. */
class CsrfInvalidException extends ProblemException {

    private static final long serialVersionUID = 1L;

    CsrfInvalidException() {
        super(
                403,
                "CSRF_INVALID",
                "Send the token from GET /auth/csrf as X-CSRF-Token with this session's cookie.");
    }
}
