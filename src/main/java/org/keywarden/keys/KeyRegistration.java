package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import org.keywarden.access.Caller;
import org.keywarden.handoffs.Deliveries;
import org.keywarden.handoffs.Delivery;
import org.keywarden.keys.secret.Fingerprint;
import org.keywarden.keys.secret.ImportedForms;
import org.keywarden.keys.secret.ImportedSecret;
import org.keywarden.keys.secret.NewSecret;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.projects.Projects;
import org.keywarden.providers.InvalidBillingProviderException;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.Providers;

/** Keeps a key that a provider issued, with all that goes with it, or nothing when the power goes. */
@ApplicationScoped
@Retried
@Transactional
class KeyRegistration {

    /**
     * A key on its last step.
     *
     * @param fingerprint what it may be stored under already
     * @param secret what is to be stored of it
     */
    record Arrival(
            ProviderId provider, Delivery delivery, Fingerprint fingerprint, NewSecret secret) {}

    @Inject KeyRepository repository;
    @Inject Deliveries deliveries;
    @Inject Providers providers;
    @Inject Projects projects;
    @Inject ImportedForms forms;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    /** In turn with imports, so that of those who bring the same key one is the first. */
    public IssuedKey keep(Caller caller, NewKey wish, Arrival arrival) {
        forms.takeTurn();
        var provider =
                providers
                        .findEnabled(arrival.provider())
                        .orElseThrow(InvalidBillingProviderException::new);
        if (Objects.requireNonNull(wish.source()).loginSessionId() != null) {
            deliveries.redeem(arrival.delivery());
        }
        if (repository.anyStoredUnder(arrival.fingerprint().all())) {
            throw new KeyAlreadyRegisteredException();
        }
        var project = projects.resolve(caller, wish.projectId(), wish.projectName());
        var now = clock.instant();
        var settings = KeySettings.of(wish, now);
        var key = new ApiKey(caller.user(), project.id(), settings, arrival.secret(), now);
        key.cameFrom(new Provenance(arrival.provider(), arrival.delivery()));
        repository.add(key);
        forms.add(ImportedSecret.of(arrival.secret().raw()).forms());
        fire(caller, key, provider);
        return new IssuedKey(key.summary(project, provider, now), arrival.secret().raw());
    }

    private void fire(Caller caller, ApiKey key, Provider provider) {
        var changes =
                key.settings()
                        .changesSince(null)
                        .note("project", null, key.project().orElse(null))
                        .note("billingProvider", null, provider.slug());
        events.fire(KeyChanged.by(caller.user(), "key.issued", key, changes.asMap()));
    }
}
