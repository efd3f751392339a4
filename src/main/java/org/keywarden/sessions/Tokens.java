package org.keywarden.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.keywarden.identity.User;

/**
 * Writes and reads the tokens that stand for a session: a JWT signed with ES256, with the claims of
 * MicroProfile JWT. The session decides whether one is still good; the token only names it.
 */
@ApplicationScoped
class Tokens {

    /** The issuer in every token of ours. */
    static final String ISSUER = "keywarden";

    @Inject SigningKeys keys;
    @Inject Clock clock;

    /** The token of a session: {@code sub} is the account, {@code jti} the session. */
    String issue(Session session, User user) {
        var key = keys.newest();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(user.id().value())
                        .jwtID(session.id())
                        .issueTime(Date.from(session.createdAt()))
                        .expirationTime(Date.from(session.expiresAt()))
                        .claim("upn", user.email())
                        .claim("groups", List.of(user.role().name()))
                        .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key is unusable", e);
        }
    }

    /** The id of the session that a token of ours stands for; empty if it is not ours, or expired. */
    Optional<String> sessionOf(String text) {
        try {
            var token = SignedJWT.parse(text);
            var claims = token.getJWTClaimsSet();
            return isOurs(token) && ISSUER.equals(claims.getIssuer()) && isCurrent(claims)
                    ? Optional.ofNullable(claims.getJWTID())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty(); // whatever it is, it is no token of ours
        }
    }

    private boolean isOurs(SignedJWT token) throws JOSEException {
        var keyId = token.getHeader().getKeyID();
        var key = keyId == null ? Optional.<ECKey>empty() : keys.find(keyId);
        return key.isPresent()
                && JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
                && token.verify(new ECDSAVerifier(key.get().toECPublicKey()));
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        var expiry = claims.getExpirationTime();
        return expiry != null && clock.instant().isBefore(expiry.toInstant());
    }
}
