package org.keywarden.providers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;

/**
 * Something happened to a provider in the catalogue.
 *
 * @param provider which
 * @param action {@code provider.created}, {@code .updated} or {@code .deleted}
 * @param actorId who did it, or {@code null} if it was shipped
 * @param changes the fields that changed; of the client secret only that it did
 */
public record ProviderChanged(
        ProviderId provider, String action, @Nullable String actorId, Map<String, Change> changes)
        implements DomainEvent {

    public ProviderChanged {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes)); // in their order
    }

    static ProviderChanged created(BillingProvider provider, @Nullable UserId actor) {
        var changes = new EntryChanges(null, provider.entry());
        changes.noteSecret(null, provider.sealedSecret());
        return new ProviderChanged(
                provider.id(),
                "provider.created",
                actor == null ? null : actor.value(),
                changes.asMap());
    }

    static ProviderChanged updated(ProviderId provider, UserId actor, EntryChanges changes) {
        return new ProviderChanged(provider, "provider.updated", actor.value(), changes.asMap());
    }

    static ProviderChanged deleted(BillingProvider provider, UserId actor) {
        var changes = new EntryChanges(provider.entry(), null);
        changes.noteSecret(provider.sealedSecret(), null);
        return new ProviderChanged(
                provider.id(), "provider.deleted", actor.value(), changes.asMap());
    }

    @Override
    public String target() {
        return provider.value();
    }

    /** Nobody's: administrators alone read of it. */
    @Override
    public String ownerId() {
        return provider.value();
    }
}
