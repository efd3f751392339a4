package org.keywarden.architecture.violations.identity;

import org.keywarden.architecture.Violates;

@Violates("EXCEPTIONS_ARE_ANSWERS")
public class StrangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
