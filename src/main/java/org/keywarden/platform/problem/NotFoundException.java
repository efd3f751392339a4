package org.keywarden.platform.problem;

/**
 * What the caller asked for does not exist, or is not the caller's: the same answer for both, so
 * that nobody can find out what exists.
 */
public class NotFoundException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super(404, "NOT_FOUND", "There is nothing here, or nothing that you may see.");
    }
}
