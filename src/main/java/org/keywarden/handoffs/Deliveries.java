package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.keywarden.access.Caller;
import org.keywarden.providers.ProviderId;

/** The keys that hand-offs delivered, on their way to being registered. */
@ApplicationScoped
public class Deliveries {

    @Inject HandOffSteps steps;
    @Inject Clock clock;

    /**
     * The key of the caller's own complete hand-off, which stays complete.
     *
     * @throws LoginSessionNotUsableException if there is none
     */
    public Delivery open(Caller caller, ProviderId provider, String loginSessionId) {
        return steps.findByLoginSession(loginSessionId)
                .filter(found -> found.isOf(caller.user(), provider))
                .filter(found -> found.status(clock.instant()) == HandOffStatus.COMPLETE)
                .flatMap(steps::open)
                .orElseThrow(LoginSessionNotUsableException::new);
    }

    /**
     * Redeems a delivery as part of the transaction that stores its key.
     *
     * @throws LoginSessionNotUsableException if somebody was faster, or it has expired
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void redeem(Delivery delivery) {
        if (!steps.redeem(delivery)) {
            throw new LoginSessionNotUsableException();
        }
    }

    /**
     * The delivery behind a key that the caller's own hand-off with a provider has given out, until that
     * expires; empty for any other text.
     */
    public Optional<Delivery> recognize(Caller caller, ProviderId provider, String raw) {
        return steps.findByKey(caller.user(), provider, raw)
                .map(handOff -> Delivery.of(handOff, raw));
    }
}
