package org.keywarden.keys;

import org.keywarden.platform.problem.ProblemException;

/** No model of the catalogue has the id that a new key should be for. */
public class InvalidModelException extends ProblemException {

    private static final long serialVersionUID = 1L;

    InvalidModelException() {
        super(400, "INVALID_MODEL", "There is no model with this id.");
    }
}
