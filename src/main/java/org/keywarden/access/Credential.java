package org.keywarden.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keywarden.platform.problem.ProblemException;

/**
 * What a request presents in its headers; a URL is never looked at.
 *
 * @param text the token or key, or blank if the header cannot be read
 * @param keysOnly whether the header takes nothing but API keys
 */
record Credential(String text, boolean keysOnly) {

    /** RFC 6750, section 2.1: the scheme in any case, one space, b64token. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) ([A-Za-z0-9._~+/-]+=*)");

    /** Longer than any JWT of ours or of a reasonable issuer. */
    private static final int MAX_LENGTH = 8192;

    /**
     * @throws ProblemException 400 {@code CREDENTIALS_CONFLICT} if both headers are there
     */
    static Optional<Credential> of(HttpServletRequest request) {
        List<String> bearers = Collections.list(request.getHeaders("Authorization"));
        List<String> keys = Collections.list(request.getHeaders("X-API-Key"));
        if (!bearers.isEmpty() && !keys.isEmpty()) {
            throw new ProblemException(
                    400,
                    "CREDENTIALS_CONFLICT",
                    "Send either Authorization or X-API-Key, not both.");
        }
        if (bearers.isEmpty() && keys.isEmpty()) {
            return Optional.empty();
        }
        if (bearers.size() + keys.size() > 1) {
            return Optional.of(new Credential("", false)); // two: no telling which is meant
        }
        return Optional.of(
                keys.isEmpty()
                        ? new Credential(token(bearers.get(0)), false)
                        : new Credential(keys.get(0), true));
    }

    private static String token(String authorization) {
        var bearer = BEARER.matcher(authorization);
        return bearer.matches() ? bearer.group(1) : "";
    }

    /** Whether it may be what a verifier verifies. */
    boolean suits(CredentialVerifier verifier) {
        return (!keysOnly || verifier.tokenType() == TokenType.API_KEY) && verifier.claims(text);
    }

    boolean isReadable() {
        return !text.isBlank() && text.length() <= MAX_LENGTH;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Credential";
    }
}
