package org.keywarden.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.TrustedIssuer;
import org.keywarden.platform.log.Log;
import org.keywarden.platform.problem.ProblemException;

/**
 * Verifies tokens of the trusted issuer, if there is one: signature by its published keys, issuer,
 * audience and times. Its keys are fetched when first needed and kept for minutes; they are
 * not asked for more than twice in half a minute, whatever tokens come.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725, JWT best practices</a>
 */
@ApplicationScoped
class ForeignTokens {

    private static final Log LOG = Log.of(ForeignTokens.class);

    /** Asymmetric ones only: with a shared secret anybody who verifies could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384);

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_KEY_SET_BYTES = 64 * 1024;

    @Inject Configuration configuration;
    @Inject Clock clock;

    private Optional<JWTProcessor<SecurityContext>> processor = Optional.empty();

    /** Whether its keys could not be had when they were last asked for. */
    private volatile boolean isIssuerSilent;

    /**
     * What a good token says.
     *
     * @param email whom it was issued to
     * @param expiresAt when it stops being good
     */
    record ForeignToken(String email, Instant expiresAt) {}

    @PostConstruct
    void configure() {
        processor = Optional.ofNullable(configuration.trustedIssuer()).map(this::processor);
    }

    /**
     * Verifies a token; empty if it is not the issuer's, or not good.
     *
     * @throws ProblemException 503 if the issuer's keys cannot be had
     */
    Optional<ForeignToken> verify(String token) {
        return processor.filter(it -> isOfTheIssuer(token)).flatMap(it -> verify(it, token));
    }

    /** Asked before anything is fetched, so that others' tokens cost no call to the issuer. */
    private boolean isOfTheIssuer(String token) {
        var trusted = configuration.trustedIssuer();
        try {
            var claims = SignedJWT.parse(token).getJWTClaimsSet();
            return trusted != null && trusted.issuer().equals(claims.getIssuer());
        } catch (ParseException e) {
            return false; // whatever it is, it is no token
        }
    }

    private Optional<ForeignToken> verify(JWTProcessor<SecurityContext> processor, String token) {
        try {
            var claims = processor.process(token, null);
            isIssuerSilent = false;
            var expiry = claims.getExpirationTime().toInstant();
            return email(claims).map(email -> new ForeignToken(email, expiry));
        } catch (JWKSetUnavailableException e) {
            LOG.warning("The trusted issuer's keys cannot be had", "cause", e.getMessage());
            isIssuerSilent = true;
            throw unavailable();
        } catch (RateLimitReachedException e) {
            // asked a moment ago: of keys that came then, this token's is none
            if (isIssuerSilent) {
                throw unavailable();
            }
            return Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                        503,
                        "SERVICE_UNAVAILABLE",
                        "The issuer of this token does not answer; try again soon.")
                .header("Retry-After", "30");
    }

    /** An address that the issuer says is not verified is somebody else's for all we know. */
    private static Optional<String> email(JWTClaimsSet claims) throws ParseException {
        return Boolean.FALSE.equals(claims.getBooleanClaim("email_verified"))
                ? Optional.empty()
                : Optional.ofNullable(claims.getStringClaim("email"));
    }

    private JWTProcessor<SecurityContext> processor(TrustedIssuer issuer) {
        try {
            var retriever =
                    new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_KEY_SET_BYTES);
            var keys = JWKSourceBuilder.create(issuer.keys().toURL(), retriever).build();
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
            processor.setJWTClaimsSetVerifier(new Claims(issuer));
            return processor;
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The configuration takes http and https only", e);
        }
    }

    /** By our clock. */
    private class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        Claims(TrustedIssuer issuer) {
            super(
                    new HashSet<>(issuer.audiences()),
                    new JWTClaimsSet.Builder().issuer(issuer.issuer()).build(),
                    Set.of("sub", "exp", "email"),
                    Set.of());
        }

        @Override
        protected @Nullable Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
