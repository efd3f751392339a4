package org.keywarden.access;

import org.keywarden.platform.problem.ProblemException;

/**
 * Nobody, or nobody known, is calling.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
public class UnauthenticatedException extends ProblemException {

    private static final long serialVersionUID = 1L;
    private static final String CHALLENGE = "Bearer realm=\"keywarden\"";

    /**
     * @param credentialSent whether there was a credential, which then was not good
     */
    public UnauthenticatedException(boolean credentialSent) {
        super(
                401,
                "UNAUTHENTICATED",
                credentialSent
                        ? "The credential is not, or no longer, valid."
                        : "Sign in, or send an API key.");
        header(
                "WWW-Authenticate",
                credentialSent ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
    }
}
