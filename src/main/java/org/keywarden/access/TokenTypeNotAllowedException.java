package org.keywarden.access;

import java.util.Set;
import org.keywarden.platform.problem.ProblemException;

/** The route does not take this kind of credential. */
class TokenTypeNotAllowedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    TokenTypeNotAllowedException(TokenType provided, Set<TokenType> allowed) {
        super(403, "TOKEN_TYPE_NOT_ALLOWED", "This route does not take a credential of this type.");
        with("providedTokenType", provided);
        with("allowedTokenTypes", allowed.stream().sorted().toList());
    }
}
