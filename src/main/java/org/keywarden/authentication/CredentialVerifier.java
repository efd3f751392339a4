package org.keywarden.authentication;

import java.util.Optional;
import org.keywarden.access.Caller;
import org.keywarden.access.TokenType;

/** One kind of credential. The modules that know a kind implement it; access asks them all. */
public interface CredentialVerifier {

    /** The type of the callers that this kind stands for. */
    TokenType tokenType();

    /** Whether a credential has the shape of this kind; only a kind that claims it verifies it. */
    boolean claims(String credential);

    /** The caller that a credential stands for, or empty if it is not, or no longer, good. */
    Optional<Caller> verify(String credential);
}
