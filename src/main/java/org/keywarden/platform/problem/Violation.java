package org.keywarden.platform.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path in the body, such as {@code scopes[0]}, or the parameter's name; empty for
 *     the body as a whole
 * @param code upper snake case, such as {@code REQUIRED}
 * @param message a sentence for a person
 */
public record Violation(String field, String code, String message) {}
