package org.keywarden.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.keywarden.access.CallLimits;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.Proof;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.sessions.Sessions;

/** Finds out who comes back from the issuer. */
@ApplicationScoped
class Arrivals {

    @Inject Configuration configuration;
    @Inject Issuer issuer;
    @Inject CodeExchange codes;
    @Inject IdTokens idTokens;
    @Inject Accounts accounts;
    @Inject CallLimits limits;

    /**
     * Proves who made a trip; to be asked once for each.
     *
     * @throws NotSignedInException if the issuer does not say, or says somebody we do not know
     * @throws ProblemException if the account is suspended, or the address signs in too often
     */
    Proof prove(Trip trip, Return brought) {
        limits.admit(Sessions.SIGN_IN, Sessions.SIGN_INS_PER_MINUTE);
        var metadata = issuer.metadata();
        brought.require(Settings.of(configuration).issuer().toString(), metadata.namesItself());
        var token = codes.exchange(brought.code(), trip, metadata);
        var email = idTokens.email(token, trip.nonce(), metadata);
        return accounts.vouchFor(email)
                .orElseThrow(
                        () ->
                                new NotSignedInException(
                                        SignInProblem.UNKNOWN_ACCOUNT, "There is no such account"));
    }
}
