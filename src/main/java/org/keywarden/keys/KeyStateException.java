package org.keywarden.keys;

import org.keywarden.platform.problem.ProblemException;

/** The key is in a state in which this cannot be done to it. */
public class KeyStateException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private KeyStateException(String errorCode, String detail) {
        super(409, errorCode, detail);
    }

    /** The key is revoked, which nothing changes any more. */
    public static KeyStateException revoked() {
        return new KeyStateException("KEY_REVOKED", "The key is revoked, for good.");
    }

    static KeyStateException disabled() {
        return new KeyStateException("KEY_DISABLED", "The key is disabled; enable it first.");
    }

    static KeyStateException expired() {
        return new KeyStateException(
                "KEY_EXPIRED", "The key has expired; change its expiry first.");
    }

    static KeyStateException notRotatable() {
        return new KeyStateException(
                "KEY_NOT_ROTATABLE", "The key was issued by a provider; get a new one from there.");
    }

    static KeyStateException alreadyRotated() {
        return new KeyStateException(
                "KEY_ALREADY_ROTATED", "The key was rotated before; see its replacedBy.");
    }
}
