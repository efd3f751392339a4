package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.ProviderUses;

/** Tells the providers module about keys. */
@ApplicationScoped
class ProvidersOfKeys implements ProviderUses {

    @Inject KeyRepository repository;

    /** Revoked keys count: they are kept for the record, which names their provider. */
    @Override
    public boolean inUse(ProviderId provider) {
        return repository.anyOf(provider);
    }
}
