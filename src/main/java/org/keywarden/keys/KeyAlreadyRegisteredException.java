package org.keywarden.keys;

import org.keywarden.platform.problem.ProblemException;

/** The key to register is here already, whoever owns it and however it came. */
public class KeyAlreadyRegisteredException extends ProblemException {

    private static final long serialVersionUID = 1L;

    KeyAlreadyRegisteredException() {
        super(409, "KEY_ALREADY_REGISTERED", "This key is registered already.");
    }
}
