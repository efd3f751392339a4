package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keywarden.access.Caller;
import org.keywarden.exchange.Departure;
import org.keywarden.exchange.Exchanges;
import org.keywarden.handoffs.HandOffSeals.Part;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.log.Log;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.providers.InvalidBillingProviderException;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/**
 * Gets keys from billing providers: begins hand-offs, sends browsers there, and gives out what came of it.
 * No step waits for a provider while it holds the database. What happens when the browser comes back is
 * told by {@link Callbacks}.
 */
@ApplicationScoped
public class HandOffs {

    /** The limit of starts, on each client address. */
    public static final String START = "hand-off";

    public static final int STARTS_PER_MINUTE = 5;

    private static final Log LOG = Log.of(HandOffs.class);

    @Inject Providers providers;
    @Inject Exchanges exchanges;
    @Inject HandOffSteps steps;
    @Inject HandOffSeals seals;
    @Inject CallbackOrigin origin;
    @Inject Configuration configuration;
    @Inject SecureRandoms random;
    @Inject Clock clock;

    /**
     * Begins one.
     *
     * @param requestOrigin where the browser believes us to be
     * @throws InvalidBillingProviderException if there is no enabled provider of that name
     * @throws CallbackOriginMissingException if nobody said where to come back to
     */
    public Started start(Caller caller, String slug, Gateway gateway, URI requestOrigin) {
        var provider =
                providers.findEnabled(slug).orElseThrow(InvalidBillingProviderException::new);
        var callback = origin.callback(slug, requestOrigin);
        var secrets = HandOffSecrets.random(random);
        var authUrl =
                exchanges.authorizationUri(
                        provider, new Departure(callback, secrets.state(), secrets.codeVerifier()));
        var id = HandOffId.next();
        var handOff =
                new HandOff(id, provider.id(), caller.user(), secrets, callback, clock.instant())
                        .sealed(
                                seals.close(id, Part.AUTH_URL, authUrl.toString()),
                                seals.close(id, Part.VERIFIER, secrets.codeVerifier()));
        steps.begin(handOff, notes(provider, gateway));
        var binding = BrowserBinding.of(id, secrets, configuration.isProduction());
        return new Started(authUrl, secrets.loginSessionId(), binding);
    }

    /**
     * Where to send the browser of a pending one.
     *
     * @throws HandOffRefusedException if it is not pending, or was begun in another browser by somebody
     *     else
     */
    public URI authUrl(String slug, String loginSessionId, Visitor visitor) {
        var handOff =
                steps.findByLoginSession(loginSessionId)
                        .filter(found -> isOf(found, slug))
                        .orElseThrow(() -> HandOffRefusedException.of(Outcome.UNKNOWN));
        if (!visitor.began(handOff, configuration.isProduction())) {
            throw HandOffRefusedException.of(Outcome.OTHER_BROWSER);
        }
        var status = handOff.status(clock.instant());
        if (status != HandOffStatus.PENDING) {
            throw HandOffRefusedException.of(Outcome.of(status));
        }
        try {
            return URI.create(seals.open(handOff.id(), Part.AUTH_URL, handOff.sealedAuthUrl()));
        } catch (SealBrokenException e) {
            LOG.warning("Hand-off cannot be read, its secret is gone", "handOff", handOff.id());
            steps.fail(handOff, HandOffStatus.PENDING);
            throw HandOffRefusedException.of(Outcome.FAILED);
        }
    }

    /**
     * How far one is; of all who ask, one gets the key of a complete one. One that nobody knows has
     * expired.
     *
     * @throws NotFoundException if there is no such provider
     * @throws LoginSessionForbiddenException if it is another user's or another provider's
     */
    public Poll poll(Caller caller, String slug, String loginSessionId) {
        var found = findOwn(caller, slug, loginSessionId);
        if (found.isEmpty()) {
            return Poll.of(HandOffStatus.EXPIRED);
        }
        var status = found.get().status(clock.instant());
        return status == HandOffStatus.COMPLETE ? redeem(found.get()) : Poll.of(status);
    }

    /**
     * How far one is, without its key: a complete one stays so until somebody {@link #poll}s or registers
     * it. One that nobody knows has expired.
     *
     * @throws NotFoundException if there is no such provider
     * @throws LoginSessionForbiddenException if it is another user's or another provider's
     */
    public HandOffStatus status(Caller caller, String slug, String loginSessionId) {
        return findOwn(caller, slug, loginSessionId)
                .map(found -> found.status(clock.instant()))
                .orElse(HandOffStatus.EXPIRED);
    }

    /**
     * Gives one up: it expires now if the browser is not back yet. Otherwise it goes on.
     *
     * @return whether this call did it
     * @throws NotFoundException if there is no such provider
     * @throws LoginSessionForbiddenException if it is another user's or another provider's
     */
    public boolean cancel(Caller caller, String slug, String loginSessionId) {
        return findOwn(caller, slug, loginSessionId)
                .filter(found -> found.status(clock.instant()) == HandOffStatus.PENDING)
                .filter(steps::cancel)
                .isPresent();
    }

    private Optional<HandOff> findOwn(Caller caller, String slug, String loginSessionId) {
        var provider = providers.find(slug).orElseThrow(NotFoundException::new);
        var found = steps.findByLoginSession(loginSessionId);
        if (found.isPresent() && !found.get().isOf(caller.user(), provider.id())) {
            throw new LoginSessionForbiddenException();
        }
        return found;
    }

    /** Opens it first: what cannot be opened is not redeemed. */
    private Poll redeem(HandOff handOff) {
        var delivery = steps.open(handOff);
        if (delivery.isEmpty() || !steps.redeem(delivery.get())) {
            return Poll.of(steps.status(handOff.id()));
        }
        var left = Duration.between(clock.instant(), handOff.expiresAt());
        return new Poll(HandOffStatus.COMPLETE, delivery.get(), Math.max(0, left.toSeconds()));
    }

    private boolean isOf(HandOff handOff, String slug) {
        return providers.find(slug).filter(it -> it.id().equals(handOff.provider())).isPresent();
    }

    private static Changes notes(Provider provider, Gateway gateway) {
        return new Changes()
                .note("provider", null, provider.slug())
                .note("gatewayInstanceId", null, gateway.instanceId())
                .note("gatewayNonce", null, gateway.nonce());
    }
}
