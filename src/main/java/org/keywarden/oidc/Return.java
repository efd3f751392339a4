package org.keywarden.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What a browser brings back from the issuer; what is missing, repeated or no such text is empty.
 *
 * @param code to be exchanged, once
 * @param state of the trip
 * @param issuer who says so (RFC 9207)
 * @param error why there is no code
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, 4.1.2</a>
 */
record Return(String code, String state, String issuer, String error) {

    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e]{1,4096}");

    static Return of(HttpServletRequest request) {
        return new Return(
                only(request, "code"),
                only(request, "state"),
                only(request, "iss"),
                only(request, "error"));
    }

    private static String only(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values != null && values.length == 1 && TEXT.matcher(values[0]).matches()
                ? values[0]
                : "";
    }

    /**
     * Lets pass what comes from this issuer and has a code.
     *
     * @param namesItself whether it always says that it is the one
     * @throws NotSignedInException if it does not
     */
    void require(String expectedIssuer, boolean namesItself) {
        var isAnothers = issuer.isEmpty() ? namesItself : !issuer.equals(expectedIssuer);
        if (isAnothers) {
            throw NotSignedInException.failed("The answer is another issuer's");
        }
        switch (error) {
            case "" -> requireCode();
            case "access_denied" ->
                    throw new NotSignedInException(SignInProblem.DENIED, "Somebody said no");
            case "temporarily_unavailable", "server_error" ->
                    throw NotSignedInException.unavailable("The issuer says that it failed");
            default -> throw NotSignedInException.failed("The issuer refused the request");
        }
    }

    private void requireCode() {
        if (code.isEmpty()) {
            throw NotSignedInException.failed("There is no code");
        }
    }

    /** Never the code. */
    @Override
    public String toString() {
        return "Return";
    }
}
