package org.keywarden.platform.limit;

import org.keywarden.platform.problem.ProblemException;

/** Too many calls in too short a time. */
public class RateLimitedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public RateLimitedException(Allowance exhausted) {
        super(
                429,
                "RATE_LIMITED",
                "Too many calls; try again in %d s.".formatted(exhausted.resetSeconds()));
        header("Retry-After", String.valueOf(exhausted.resetSeconds()));
        header("RateLimit-Policy", exhausted.policy().header());
        header("RateLimit", exhausted.header());
    }
}
