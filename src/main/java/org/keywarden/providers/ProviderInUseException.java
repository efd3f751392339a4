package org.keywarden.providers;

import org.keywarden.platform.problem.ProblemException;

/** A provider cannot be deleted, since something refers to it. */
public class ProviderInUseException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ProviderInUseException() {
        super(
                409,
                "PROVIDER_IN_USE",
                "Keys of this provider exist or are on their way; disable it instead.");
    }
}
