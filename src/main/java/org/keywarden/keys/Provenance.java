package org.keywarden.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.handoffs.Delivery;
import org.keywarden.providers.ProviderId;

/** Which provider issued a key, and what it called it. Imported and native keys have none. */
@Embeddable
class Provenance {

    @Column(name = "provider_id")
    private String providerId;

    @Column(name = "provider_user_id")
    private @Nullable String userId;

    @Column(name = "provider_key_reference")
    private @Nullable String reference;

    @SuppressWarnings("NullAway.Init")
    protected Provenance() {} // for JPA

    Provenance(ProviderId provider, Delivery delivery) {
        this.providerId = provider.value();
        this.userId = delivery.userId();
        this.reference = delivery.reference();
    }

    ProviderId provider() {
        return new ProviderId(providerId);
    }

    /** By which the provider knows the key without having it. */
    Optional<String> reference() {
        return Optional.ofNullable(reference);
    }
}
