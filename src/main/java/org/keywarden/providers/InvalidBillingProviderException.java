package org.keywarden.providers;

import org.keywarden.platform.problem.ProblemException;

/** No enabled billing provider is what somebody named. Whether there is a disabled one is not said. */
public class InvalidBillingProviderException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public InvalidBillingProviderException() {
        super(
                400,
                "INVALID_BILLING_PROVIDER",
                "There is no such billing provider, or it is disabled.");
    }
}
