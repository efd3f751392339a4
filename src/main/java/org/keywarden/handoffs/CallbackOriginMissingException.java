package org.keywarden.handoffs;

import org.keywarden.platform.problem.ProblemException;

/** Nobody has said where providers may send browsers back to. */
public class CallbackOriginMissingException extends ProblemException {

    private static final long serialVersionUID = 1L;

    CallbackOriginMissingException() {
        super(
                500,
                "CALLBACK_ORIGIN_MISSING",
                "The operator must set BILLING_PROVIDER_OAUTH_CALLBACK_ORIGIN first.");
    }
}
