package org.keywarden.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.providers.ProviderId;

/**
 * Leaves a provider alone for half a minute once ten calls in a row have failed: with what it fails at,
 * since it may still do other things. Refusals are no failures: else a browser that brings bad tokens
 * could switch a provider off for everybody. Nor is what Keywarden has no room for.
 */
@ApplicationScoped
class Breakers {

    private static final int IN_A_ROW = 10;

    /** For how long; tests wait less. */
    Duration rest = Duration.ofSeconds(30);

    /** What a provider is asked to do. */
    enum Purpose {
        SIGN_IN,
        REVOCATION
    }

    private record Line(ProviderId provider, Purpose purpose) {}

    /** Whoever was not called for an hour is forgotten. */
    private final Cache<Line, CircuitBreaker> breakers =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterAccess(Duration.ofHours(1)).build();

    /**
     * Makes a call, unless the provider is left alone.
     *
     * @throws ExchangeFailedException {@code CIRCUIT_OPEN} if it is; whatever the call throws
     */
    <T> T call(ProviderId provider, Purpose purpose, Supplier<T> call) {
        try {
            return breakers.get(new Line(provider, purpose), this::create).executeSupplier(call);
        } catch (CallNotPermittedException e) {
            throw new ExchangeFailedException(
                    Reason.CIRCUIT_OPEN, "It failed ten times in a row, and is left alone");
        }
    }

    private CircuitBreaker create(Line line) {
        return CircuitBreaker.of(
                line.provider() + " " + line.purpose(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(IN_A_ROW)
                        .minimumNumberOfCalls(IN_A_ROW)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .recordException(Breakers::isFailure)
                        .ignoreException(thrown -> !isAnswer(thrown) && !isFailure(thrown))
                        .build());
    }

    /** The provider's own fault. */
    private static boolean isFailure(Throwable thrown) {
        return thrown instanceof ExchangeFailedException failed
                && switch (failed.reason()) {
                    case UNREACHABLE, UNWELL, UNUSABLE -> true;
                    case REFUSED, CIRCUIT_OPEN, FORBIDDEN_ADDRESS, BUSY -> false;
                };
    }

    /** It was asked, and knew what to say. */
    private static boolean isAnswer(Throwable thrown) {
        return thrown instanceof ExchangeFailedException failed
                && failed.reason() == Reason.REFUSED
                && !(failed instanceof NotAskedException);
    }
}
