package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Sows at every start, outside of the transaction that is tried again. */
@ApplicationScoped
class Seeding {

    @Inject ProviderSeed seed;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        seed.sow();
    }
}
