package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;

/** Gives an installation what is shipped, each provider once in its life. ADR 25 */
@ApplicationScoped
@Retried
@Transactional
class ProviderSeed {

    @Inject ProviderRepository repository;
    @Inject ShippedProviders shipped;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    /**
     * Adds what was never added before. Of nodes that start at the same time one does, and the others
     * see it at their second try. A provider of an administrator's that has the slug already stays.
     */
    void sow(@Observes @Initialized(ApplicationScoped.class) Object started) {
        for (var provider : shipped.allowed()) {
            if (!repository.wasSeeded(provider.slug())) {
                sow(provider);
            }
        }
    }

    private void sow(ShippedProvider provider) {
        var now = clock.instant();
        repository.noteSeed(provider.slug(), now);
        if (repository.find(provider.slug()).isEmpty()) {
            var added = new BillingProvider(ProviderId.next(), provider.entry(), now);
            repository.add(added);
            events.fire(ProviderChanged.created(added, null));
        }
    }
}
