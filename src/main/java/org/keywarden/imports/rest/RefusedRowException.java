package org.keywarden.imports.rest;

/** A row of an import is not acceptable; it fails, and the rest goes on. */
class RefusedRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param field what is wrong
     * @param message why, never with the value
     */
    RefusedRowException(String field, String message) {
        super((field + " " + message).strip(), null, false, false); // no stack, there may be many
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
