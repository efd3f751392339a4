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
 * Leaves a provider alone for half a minute once ten calls in a row have failed. Refusals are no
 * failures: else a browser that brings bad tokens could switch a provider off for everybody.
 */
@ApplicationScoped
class Breakers {

    private static final int IN_A_ROW = 10;

    /** For how long; tests wait less. */
    Duration rest = Duration.ofSeconds(30);

    /** Whoever was not called for an hour is forgotten. */
    private final Cache<ProviderId, CircuitBreaker> breakers =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterAccess(Duration.ofHours(1)).build();

    /**
     * Makes a call, unless the provider is left alone.
     *
     * @throws ExchangeFailedException {@code CIRCUIT_OPEN} if it is; whatever the call throws
     */
    <T> T call(ProviderId provider, Supplier<T> call) {
        try {
            return breakers.get(provider, this::create).executeSupplier(call);
        } catch (CallNotPermittedException e) {
            throw new ExchangeFailedException(
                    Reason.CIRCUIT_OPEN, "It failed ten times in a row, and is left alone");
        }
    }

    private CircuitBreaker create(ProviderId provider) {
        return CircuitBreaker.of(
                provider.value(),
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
                    case REFUSED, CIRCUIT_OPEN, FORBIDDEN_ADDRESS -> false;
                };
    }

    /** It was asked, and knew what to say. */
    private static boolean isAnswer(Throwable thrown) {
        return thrown instanceof ExchangeFailedException failed
                && failed.reason() == Reason.REFUSED
                && !(failed instanceof NotAskedException);
    }
}
