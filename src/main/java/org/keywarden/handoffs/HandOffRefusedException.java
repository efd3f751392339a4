package org.keywarden.handoffs;

import org.keywarden.platform.problem.ProblemException;

/** A browser cannot be sent to the provider. */
public class HandOffRefusedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private HandOffRefusedException(Outcome outcome, int status, String errorCode, String detail) {
        super(status, errorCode, detail);
        this.outcome = outcome;
    }

    static HandOffRefusedException of(Outcome outcome) {
        return switch (outcome) {
            case OTHER_BROWSER ->
                    new HandOffRefusedException(
                            outcome,
                            403,
                            "LOGIN_SESSION_FORBIDDEN",
                            "This login session was started in another browser.");
            default ->
                    new HandOffRefusedException(
                            outcome,
                            400,
                            "LOGIN_SESSION_NOT_USABLE",
                            "This login session is not pending; start a new one.");
        };
    }

    public Outcome outcome() {
        return outcome;
    }
}
