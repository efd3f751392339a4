package org.keywarden.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.OidcSettings;

/**
 * Reads ID tokens: signature by the issuer's keys, issuer, audience, nonce and times.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID
 *     Connect Core, 3.1.3.7</a>
 */
@ApplicationScoped
class IdTokens {

    /** Asymmetric ones only: with a shared secret anybody who verifies could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    @Inject Configuration configuration;
    @Inject Clock clock;

    /**
     * The e-mail address of whoever an ID token was issued about.
     *
     * @throws NotSignedInException if the token is not good, or that address is not verified
     */
    String email(JWT token, String nonce, IssuerMetadata issuer) {
        try {
            var claims = processor(nonce, issuer).process(token, null);
            requireMeantForUs(claims);
            return verifiedEmail(claims);
        } catch (JWKSetUnavailableException | RateLimitReachedException e) {
            throw NotSignedInException.unavailable("The issuer's keys cannot be had");
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw NotSignedInException.failed("The ID token is not good");
        }
    }

    /** A token for several audiences says which of them asked for it. */
    private void requireMeantForUs(JWTClaimsSet claims) throws ParseException {
        var asked = claims.getStringClaim("azp");
        var isForSeveral = claims.getAudience().size() > 1;
        var us = Settings.of(configuration).clientId();
        if (asked == null ? isForSeveral : !asked.equals(us)) {
            throw NotSignedInException.failed("The ID token is for another client");
        }
    }

    /** An address that the issuer does not vouch for is somebody else's for all we know. */
    private static String verifiedEmail(JWTClaimsSet claims) throws ParseException {
        var email = claims.getStringClaim("email");
        if (email == null || !Boolean.TRUE.equals(claims.getClaim("email_verified"))) {
            throw new NotSignedInException(
                    SignInProblem.UNKNOWN_ACCOUNT, "The ID token has no verified e-mail address");
        }
        return email;
    }

    private DefaultJWTProcessor<SecurityContext> processor(String nonce, IssuerMetadata issuer) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, issuer.keys()));
        processor.setJWTClaimsSetVerifier(new Claims(Settings.of(configuration), nonce));
        return processor;
    }

    /** By our clock. */
    private class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        Claims(OidcSettings oidc, String nonce) {
            super(
                    Set.of(oidc.clientId()),
                    new JWTClaimsSet.Builder()
                            .issuer(oidc.issuer().toString())
                            .claim("nonce", nonce)
                            .build(),
                    Set.of("sub", "exp", "iat"),
                    Set.of());
        }

        @Override
        protected @Nullable Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
