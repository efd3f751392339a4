package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.ProviderUses;

/** Tells the providers module about hand-offs. */
@ApplicationScoped
class ProvidersOfHandOffs implements ProviderUses {

    @Inject HandOffRepository repository;
    @Inject Clock clock;

    /** Those whose key is on its way or waits for its user; others would lose nothing. */
    @Override
    public boolean inUse(ProviderId provider) {
        return repository.anyKeyOf(provider, clock.instant());
    }
}
