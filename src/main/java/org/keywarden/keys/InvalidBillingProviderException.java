package org.keywarden.keys;

import org.keywarden.platform.problem.ProblemException;

/** No enabled billing provider has the id that a new key should come from. */
public class InvalidBillingProviderException extends ProblemException {

    private static final long serialVersionUID = 1L;

    InvalidBillingProviderException() {
        super(
                400,
                "INVALID_BILLING_PROVIDER",
                "There is no billing provider with this id, or it is disabled.");
    }
}
