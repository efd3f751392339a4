package org.keywarden.platform.problem;

import java.util.List;

/** The request's content is not acceptable: 400 with one violation for each mistake. */
public class ValidationException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public ValidationException(List<Violation> violations) {
        super(400, "VALIDATION_FAILED", "The request has fields that are not acceptable.");
        this.violations = List.copyOf(violations);
        with("violations", this.violations);
    }

    public ValidationException(String field, String code, String message) {
        this(List.of(new Violation(field, code, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
