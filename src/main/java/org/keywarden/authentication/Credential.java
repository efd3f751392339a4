package org.keywarden.authentication;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keywarden.access.TokenType;
import org.keywarden.platform.problem.ProblemException;

/**
 * What a request presents; a URL is never looked at.
 *
 * @param text the token or key, or blank if it cannot be read
 * @param source where it was found
 */
record Credential(String text, Source source) {

    /** Where a credential can be. */
    enum Source {
        AUTHORIZATION,
        API_KEY_HEADER,
        COOKIE;

        boolean takes(TokenType type) {
            return switch (this) {
                case AUTHORIZATION -> true;
                case API_KEY_HEADER -> type == TokenType.API_KEY;
                case COOKIE -> type == TokenType.SESSION_TOKEN;
            };
        }
    }

    /** RFC 6750, section 2.1: the scheme in any case, one space, b64token. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) ([A-Za-z0-9._~+/-]+=*)");

    /** Longer than any JWT of ours or of a reasonable issuer. */
    private static final int MAX_LENGTH = 8192;

    /**
     * A credential in a header always wins over a cookie.
     *
     * @param cookieName the cookie of browser sessions
     * @throws ProblemException 400 {@code CREDENTIALS_CONFLICT} if both headers are there
     */
    static Optional<Credential> of(HttpServletRequest request, String cookieName) {
        var inHeader = inHeader(request);
        return inHeader.isPresent() ? inHeader : inCookie(request, cookieName);
    }

    private static Optional<Credential> inHeader(HttpServletRequest request) {
        List<String> bearers = Collections.list(request.getHeaders("Authorization"));
        List<String> keys = Collections.list(request.getHeaders("X-API-Key"));
        if (!bearers.isEmpty() && !keys.isEmpty()) {
            throw new ProblemException(
                    400,
                    "CREDENTIALS_CONFLICT",
                    "Send either Authorization or X-API-Key, not both.");
        }
        if (!bearers.isEmpty()) {
            return Optional.of(new Credential(token(bearers), Source.AUTHORIZATION));
        }
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credential(only(keys), Source.API_KEY_HEADER));
    }

    /** Two cookies of the name: one is planted, and there is no telling which. */
    static Optional<Credential> inCookie(HttpServletRequest request, String cookieName) {
        var values =
                Stream.ofNullable(request.getCookies())
                        .flatMap(Arrays::stream)
                        .filter(cookie -> cookie.getName().equals(cookieName))
                        .map(Cookie::getValue)
                        .toList();
        return values.size() == 1
                ? Optional.of(new Credential(values.get(0), Source.COOKIE))
                : Optional.empty();
    }

    private static String token(List<String> authorizations) {
        var bearer = BEARER.matcher(only(authorizations));
        return bearer.matches() ? bearer.group(1) : "";
    }

    /** Of two there is no telling which is meant. */
    private static String only(List<String> values) {
        return values.size() == 1 ? values.get(0) : "";
    }

    /** Whether it may be what a verifier verifies. */
    boolean suits(CredentialVerifier verifier) {
        return source.takes(verifier.tokenType()) && verifier.claims(text);
    }

    boolean isReadable() {
        return !text.isBlank() && text.length() <= MAX_LENGTH;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Credential[" + source + "]";
    }
}
