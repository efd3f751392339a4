package org.keywarden.oidc;

/** Somebody was not signed in by the issuer. Its message is for the log, and quotes nobody. */
class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SignInProblem problem;

    NotSignedInException(SignInProblem problem, String why) {
        super(why);
        this.problem = problem;
    }

    static NotSignedInException failed(String why) {
        return new NotSignedInException(SignInProblem.FAILED, why);
    }

    static NotSignedInException unavailable(String why) {
        return new NotSignedInException(SignInProblem.UNAVAILABLE, why);
    }

    SignInProblem problem() {
        return problem;
    }
}
