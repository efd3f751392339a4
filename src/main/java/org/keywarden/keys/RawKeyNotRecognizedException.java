package org.keywarden.keys;

import org.keywarden.platform.problem.ProblemException;

/** No hand-off of the caller's with this provider delivered the text that should be its key. */
public class RawKeyNotRecognizedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    RawKeyNotRecognizedException() {
        super(
                400,
                "RAW_KEY_NOT_RECOGNIZED",
                "This is no key that the provider has just given to you; sign in there again.");
    }
}
