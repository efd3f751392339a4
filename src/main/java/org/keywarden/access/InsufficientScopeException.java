package org.keywarden.access;

import org.keywarden.platform.problem.ProblemException;

/**
 * The API key does not carry the scope that the route asks for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
 */
class InsufficientScopeException extends ProblemException {

    private static final long serialVersionUID = 1L;

    InsufficientScopeException(Scope required, Caller caller) {
        super(
                403,
                "INSUFFICIENT_SCOPE",
                "This API key lacks the scope \"%s\".".formatted(required.wireName()));
        with("requiredScope", required);
        with("grantedScopes", caller.scopes().stream().sorted().toList());
        header(
                "WWW-Authenticate",
                "Bearer realm=\"keywarden\", error=\"insufficient_scope\", scope=\"%s\""
                        .formatted(required.wireName()));
    }
}
