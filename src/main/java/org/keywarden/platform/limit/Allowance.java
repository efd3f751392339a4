package org.keywarden.platform.limit;

/**
 * What a policy still allows a subject.
 *
 * @param granted whether what was asked for is allowed
 * @param remaining how many permits are left in this period
 * @param resetSeconds until all permits are back, at least 1
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit
 *     header fields for HTTP</a>
 */
public record Allowance(Policy policy, boolean granted, long remaining, long resetSeconds) {

    /** As the header {@code RateLimit} has it. */
    public String header() {
        return "\"%s\";r=%d;t=%d".formatted(policy.name(), remaining, resetSeconds);
    }
}
