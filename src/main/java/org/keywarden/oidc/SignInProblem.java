package org.keywarden.oidc;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.problem.ProblemException;

/**
 * Why somebody could not be signed in by an issuer, as the sign-in page tells it. What the issuer itself
 * said is never among it: anybody can write that into a link.
 */
public enum SignInProblem {
    /** Whoever it was said no, there. */
    DENIED("denied", 403),
    /** What came back was not what was asked for, or not by this browser, or too late. */
    FAILED("failed", 400),
    /** Nobody here has that address, or the issuer has not verified it. */
    UNKNOWN_ACCOUNT("unknownAccount", 403),
    SUSPENDED("suspended", 403),
    TOO_MANY("tooMany", 429),
    /** The issuer does not answer, or with nonsense. */
    UNAVAILABLE("unavailable", 503);

    private final String code;
    private final int status;

    SignInProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** How a URL names it. */
    public String code() {
        return code;
    }

    /** The status of the page that tells it. */
    public int status() {
        return status;
    }

    /** The problem that a URL names, if it names one. */
    public static Optional<SignInProblem> of(@Nullable String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** What a refusal of ours means here. */
    static SignInProblem of(ProblemException refusal) {
        return switch (refusal.errorCode()) {
            case "ACCOUNT_SUSPENDED" -> SUSPENDED;
            case "RATE_LIMITED" -> TOO_MANY;
            case "SERVICE_UNAVAILABLE" -> UNAVAILABLE;
            default -> FAILED;
        };
    }
}
