package org.keywarden.platform.crypto;

/** Something sealed was changed, belongs to something else, or its secret is gone. */
public class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBrokenException(String message) {
        super(message);
    }
}
