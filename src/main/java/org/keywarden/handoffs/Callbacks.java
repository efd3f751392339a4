package org.keywarden.handoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keywarden.exchange.ExchangeFailedException;
import org.keywarden.exchange.Exchanges;
import org.keywarden.exchange.Grant;
import org.keywarden.handoffs.HandOffSeals.Part;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.log.Log;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/**
 * Takes browsers back from providers. Whoever is turned away leaves the hand-off as it was, so that nobody
 * can spoil it for its owner; of those let in, one makes it go on.
 */
@ApplicationScoped
public class Callbacks {

    private static final Log LOG = Log.of(Callbacks.class);

    @Inject Providers providers;
    @Inject Exchanges exchanges;
    @Inject HandOffSteps steps;
    @Inject HandOffSeals seals;
    @Inject Configuration configuration;
    @Inject Clock clock;

    /**
     * Lets a browser finish its hand-off. Asks the provider for the key, for as long as that takes.
     *
     * @param slug the provider whose callback it came to
     * @param parameters what it came with
     */
    public Arrival arrive(String slug, Map<String, List<String>> parameters, Visitor visitor) {
        var back = Return.of(parameters);
        if (back.isEmpty()) {
            return Arrival.of(Outcome.INCOMPLETE);
        }
        var begun = find(slug, back.get().state());
        if (begun.isEmpty()) {
            return Arrival.of(Outcome.UNKNOWN);
        }
        var handOff = begun.get().handOff();
        if (!visitor.began(handOff, configuration.isProduction())) {
            return Arrival.of(Outcome.OTHER_BROWSER);
        }
        var outcome = proceed(handOff, begun.get().provider(), back.get());
        return outcome.isOver()
                ? new Arrival(
                        outcome, BrowserBinding.name(handOff.id(), configuration.isProduction()))
                : Arrival.of(outcome);
    }

    private record Begun(HandOff handOff, Provider provider) {}

    /** The hand-off of a state, if it is the one of that provider. */
    private Optional<Begun> find(String slug, String state) {
        return providers
                .find(slug)
                .flatMap(
                        provider ->
                                steps.findByState(state)
                                        .filter(it -> it.provider().equals(provider.id()))
                                        .map(handOff -> new Begun(handOff, provider)));
    }

    private Outcome proceed(HandOff handOff, Provider provider, Return back) {
        var status = handOff.status(clock.instant());
        if (status != HandOffStatus.PENDING) {
            return Outcome.of(status);
        }
        if (isForeign(back, provider)) {
            return Outcome.UNKNOWN;
        }
        if (back.isError()) {
            return refuse(handOff, back);
        }
        var credential = back.credential(provider.endpoints().exchange());
        if (credential == null) {
            return Outcome.INCOMPLETE;
        }
        var verifier = openVerifier(handOff);
        return verifier.isEmpty()
                ? fail(handOff, HandOffStatus.PENDING)
                : claim(
                        handOff,
                        provider,
                        new Grant(credential, back.issuer(), handOff.callback(), verifier.get()));
    }

    /** Whether another issuer speaks than the one that was asked: a mix-up (RFC 9207, 2.4). */
    private static boolean isForeign(Return back, Provider provider) {
        var issuer = provider.endpoints().issuer();
        return issuer != null && back.issuer() != null && !issuer.toString().equals(back.issuer());
    }

    private Outcome refuse(HandOff handOff, Return back) {
        var moved =
                back.isDenial() ? steps.deny(handOff) : steps.fail(handOff, HandOffStatus.PENDING);
        if (!moved) {
            return Outcome.ALREADY_USED;
        }
        return back.isDenial() ? Outcome.DENIED : Outcome.FAILED;
    }

    private Outcome claim(HandOff handOff, Provider provider, Grant grant) {
        if (!provider.enabled() || steps.isOwnerSuspended(handOff)) {
            return fail(handOff, HandOffStatus.PENDING);
        }
        return steps.claim(handOff)
                ? exchange(handOff, provider, grant)
                : Outcome.of(steps.status(handOff.id()));
    }

    /** Once claimed, nobody else can make it go on: it ends here, whatever happens. */
    private Outcome exchange(HandOff handOff, Provider provider, Grant grant) {
        try {
            var key = exchanges.exchange(provider, grant);
            return steps.complete(handOff, key) ? Outcome.COMPLETE : Outcome.EXPIRED;
        } catch (ExchangeFailedException e) { // logged where it is met
            return fail(handOff, HandOffStatus.PROCESSING);
        } catch (RuntimeException e) { // without its message, which may hold what the provider said
            LOG.warning(
                    "Key of a provider not kept",
                    "handOff",
                    handOff.id(),
                    "cause",
                    e.getClass().getName());
            return fail(handOff, HandOffStatus.PROCESSING);
        }
    }

    private Optional<String> openVerifier(HandOff handOff) {
        try {
            return Optional.of(seals.open(handOff.id(), Part.VERIFIER, handOff.sealedVerifier()));
        } catch (SealBrokenException e) {
            LOG.warning("Hand-off cannot be read, its secret is gone", "handOff", handOff.id());
            return Optional.empty();
        }
    }

    private Outcome fail(HandOff handOff, HandOffStatus from) {
        steps.fail(handOff, from);
        return Outcome.FAILED;
    }
}
