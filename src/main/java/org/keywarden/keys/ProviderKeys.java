package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import org.keywarden.access.Caller;
import org.keywarden.access.UserId;
import org.keywarden.handoffs.Deliveries;
import org.keywarden.handoffs.Delivery;
import org.keywarden.keys.secret.Fingerprint;
import org.keywarden.keys.secret.ForeignSecret;
import org.keywarden.keys.secret.ImportedForms;
import org.keywarden.keys.secret.ImportedSecret;
import org.keywarden.keys.secret.KeyDigests;
import org.keywarden.keys.secret.KeyHashes;
import org.keywarden.keys.secret.NewSecret;
import org.keywarden.providers.InvalidBillingProviderException;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.Providers;

/**
 * Registers keys that billing providers issued, and knows which of them did. What takes long comes first,
 * without a transaction; the rest is one.
 */
@ApplicationScoped
public class ProviderKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject Providers providers;
    @Inject Deliveries deliveries;
    @Inject KeyDigests digests;
    @Inject KeyHashes hashes;
    @Inject KeyIndex index;
    @Inject KeySearch search;
    @Inject KeyRegistration registration;
    @Inject ImportedForms forms;

    /**
     * Registers the key that a hand-off of the caller's delivered, redeeming the hand-off and creating the
     * key's project in the same transaction if need be. If it fails the hand-off is as before.
     *
     * @param wish with its source
     * @throws InvalidBillingProviderException if no enabled provider is meant
     * @throws InvalidModelException if it names a model, since there is none so far
     * @throws org.keywarden.handoffs.LoginSessionNotUsableException if the hand-off that it names is not
     *     the caller's with this provider, not complete, or redeemed
     * @throws RawKeyNotRecognizedException if no redeemed hand-off of the caller's showed the key that it
     *     brings
     * @throws KeyAlreadyRegisteredException if the key is here already
     * @throws org.keywarden.projects.InvalidProjectIdException if the caller has no such project
     */
    public IssuedKey register(Caller caller, NewKey wish) {
        var source = Objects.requireNonNull(wish.source());
        var provider =
                ProviderId.parse(source.providerId())
                        .filter(id -> providers.findEnabled(id).isPresent())
                        .orElseThrow(InvalidBillingProviderException::new);
        if (wish.modelId() != null) {
            throw new InvalidModelException();
        }
        var delivery = delivery(caller, provider, source);
        var fingerprint = digests.fingerprint(ImportedSecret.of(delivery.raw()), true, PATIENCE);
        requireNew(fingerprint);
        var arrival =
                new KeyRegistration.Arrival(
                        provider, delivery, fingerprint, secret(delivery, fingerprint));
        try {
            return registration.keep(caller, wish, arrival);
        } finally {
            forms.forget();
        }
    }

    /** The providers that issued keys of a user, enabled or not, in no order. */
    @Transactional
    public Collection<Provider> issuersOf(UserId owner) {
        return providers.byId(search.issuersOf(owner)).values();
    }

    private Delivery delivery(Caller caller, ProviderId provider, NewKey.Source source) {
        if (source.loginSessionId() != null) {
            return deliveries.open(caller, provider, source.loginSessionId());
        }
        return deliveries
                .recognize(caller, provider, Objects.requireNonNull(source.raw()))
                .orElseThrow(RawKeyNotRecognizedException::new);
    }

    /** Only so that nobody has the same key hashed again and again; what counts is asked later. */
    private void requireNew(Fingerprint fingerprint) {
        if (!index.idsOf(fingerprint.all()).isEmpty()) {
            throw new KeyAlreadyRegisteredException();
        }
    }

    private NewSecret secret(Delivery delivery, Fingerprint fingerprint) {
        var raw = delivery.raw();
        return new NewSecret(
                raw,
                new ForeignSecret(raw).shownPrefix(),
                fingerprint.stored(),
                hashes.hash(raw, PATIENCE));
    }
}
