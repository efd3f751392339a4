package org.keywarden.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts what subjects do. Once a subject has nothing left, this node remembers it until the period
 * is over: whoever keeps calling costs no statement.
 */
@ApplicationScoped
public class RateLimits {

    private static final long MAX_REMEMBERED = 100_000;

    @Inject Buckets buckets;
    @Inject Clock clock;

    private final Cache<String, Instant> exhausted =
            Caffeine.newBuilder()
                    .maximumSize(MAX_REMEMBERED)
                    .expireAfterWrite(Policy.PERIOD)
                    .build();

    /**
     * Takes a permit, if there is one.
     *
     * @param subject whom the policy counts: a user, a key or an address
     */
    public Allowance take(Policy policy, String subject) {
        var id = "%s/%d:%s".formatted(policy.name(), policy.permits(), subject);
        var until = exhausted.getIfPresent(id);
        var now = clock.instant();
        if (until != null && now.isBefore(until)) {
            return new Allowance(policy, false, 0, seconds(Duration.between(now, until)));
        }
        var probe = buckets.of(id, policy).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            exhausted.put(id, now.plusNanos(probe.getNanosToWaitForRefill()));
        }
        return allowance(policy, probe);
    }

    /**
     * Takes a permit.
     *
     * @throws RateLimitedException if none is left
     */
    public Allowance require(Policy policy, String subject) {
        var allowance = take(policy, subject);
        if (!allowance.granted()) {
            throw new RateLimitedException(allowance);
        }
        return allowance;
    }

    private static Allowance allowance(Policy policy, ConsumptionProbe probe) {
        var wait =
                probe.isConsumed()
                        ? probe.getNanosToWaitForReset()
                        : probe.getNanosToWaitForRefill();
        return new Allowance(
                policy,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(Duration.ofNanos(wait)));
    }

    /** Rounded up: who waits as long as told is let in. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
