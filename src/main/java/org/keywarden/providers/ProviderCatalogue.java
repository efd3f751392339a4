package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.platform.crypto.Sealing;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.platform.problem.ValidationException;

/** The catalogue of billing providers, for administrators. */
@ApplicationScoped
@Retried
@Transactional
public class ProviderCatalogue {

    @Inject ProviderRepository repository;
    @Inject ProviderReader reader;
    @Inject EntryRules rules;
    @Inject ShippedProviders shipped;
    @Inject Instance<ProviderUses> uses;
    @Inject Sealing sealing;
    @Inject Event<DomainEvent> events;
    @Inject DatabaseFailures failures;
    @Inject Clock clock;

    /** All providers, in their order. */
    public List<CatalogueEntry> list() {
        return repository.all().stream().map(this::view).toList();
    }

    /**
     * One provider.
     *
     * @throws NotFoundException if there is no such provider
     */
    public CatalogueEntry get(String id) {
        return ProviderId.parse(id)
                .flatMap(repository::find)
                .map(this::view)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Adds a provider. One with the slug of a shipped provider that was deleted is shipped again, with
     * its default addresses unless there are others.
     *
     * @param secret the client secret, or {@code null} for none
     * @throws ValidationException if it cannot be as it is wished
     * @throws ProviderSlugTakenException if there is one with that slug
     */
    public CatalogueEntry create(
            Caller caller, ProviderEntry wanted, @Nullable ClientSecret secret) {
        rules.check(null, wanted, secret);
        var provider = new BillingProvider(ProviderId.next(), wanted, clock.instant());
        provider.replaceSecret(sealed(provider.id(), secret));
        try {
            repository.add(provider);
        } catch (PersistenceException e) {
            throw orSlugTaken(e);
        }
        events.fire(ProviderChanged.created(provider, caller.user()));
        return view(provider);
    }

    /**
     * Changes a provider.
     *
     * @throws NotFoundException if there is no such provider
     * @throws ValidationException if it cannot be as it is wished
     * @throws SandboxNotAllowedException if it is the sandbox, to be enabled in production
     * @throws ProviderSlugTakenException if there is another one with that slug
     */
    public CatalogueEntry change(Caller caller, String id, ProviderPatch patch) {
        var provider = toChange(id);
        var before = provider.entry();
        var secretBefore = provider.sealedSecret();
        var after = patch.onto(before);
        rules.check(before, after, patch.clientSecret().orElse(null));
        if (patch.enables() && shipped.isForbidden(before.slug())) {
            throw new SandboxNotAllowedException();
        }
        provider.change(after);
        if (patch.clientSecret().isPresent()) {
            provider.replaceSecret(sealed(provider.id(), patch.clientSecret().get()));
        }
        flushOrSlugTaken();
        var changes = new EntryChanges(before, after);
        changes.noteSecret(secretBefore, provider.sealedSecret());
        if (!changes.isEmpty()) {
            events.fire(ProviderChanged.updated(provider.id(), caller.user(), changes));
        }
        return view(provider);
    }

    /**
     * Deletes a provider; one that is shipped does not come back by itself.
     *
     * @throws NotFoundException if there is no such provider
     * @throws ProviderInUseException if something refers to it
     */
    public void remove(Caller caller, String id) {
        var provider = toChange(id);
        if (uses.stream().anyMatch(module -> module.inUse(provider.id()))) {
            throw new ProviderInUseException();
        }
        try {
            repository.remove(provider);
        } catch (PersistenceException e) {
            throw failures.meanReferenced(e) ? new ProviderInUseException() : e;
        }
        events.fire(ProviderChanged.deleted(provider, caller.user()));
    }

    private BillingProvider toChange(String id) {
        return ProviderId.parse(id)
                .flatMap(repository::findToChange)
                .orElseThrow(NotFoundException::new);
    }

    private @Nullable String sealed(ProviderId id, @Nullable ClientSecret secret) {
        return secret == null ? null : sealing.seal(id.secretPlace(), secret.text());
    }

    private void flushOrSlugTaken() {
        try {
            repository.flush();
        } catch (PersistenceException e) {
            throw orSlugTaken(e);
        }
    }

    private RuntimeException orSlugTaken(PersistenceException e) {
        return failures.meanDuplicate(e) ? new ProviderSlugTakenException() : e;
    }

    private CatalogueEntry view(BillingProvider provider) {
        return new CatalogueEntry(
                reader.read(provider),
                provider.sealedSecret() != null,
                shipped.find(provider.entry().slug()).isPresent(),
                provider.createdAt());
    }
}
