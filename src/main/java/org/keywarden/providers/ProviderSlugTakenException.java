package org.keywarden.providers;

import org.keywarden.platform.problem.ProblemException;

/** A provider has this slug. */
public class ProviderSlugTakenException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ProviderSlugTakenException() {
        super(409, "PROVIDER_SLUG_TAKEN", "There is a provider with this slug.");
    }
}
