package org.keywarden.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * The keys that sign tokens: one pair for each secret, derived from it, so that all nodes have the
 * same and a rotation of the secret rotates them too. A key id is the thumbprint of its key.
 *
 * @see <a href="https://csrc.nist.gov/pubs/fips/186-5/final">FIPS 186-5, A.2.1: extra random bits</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638, JWK thumbprint</a>
 */
@ApplicationScoped
class SigningKeys {

    private static final String PURPOSE = "keywarden/jwt/es256/v1";

    @Inject MasterSecret secret;

    private List<ECKey> keys = List.of();

    @PostConstruct
    void derive() {
        keys = secret.derive(PURPOSE, 40).stream().map(SigningKeys::pair).toList();
    }

    /** The key that signs. */
    ECKey newest() {
        return keys.get(0);
    }

    /** A key that may have signed. */
    Optional<ECKey> find(String keyId) {
        return keys.stream().filter(key -> key.getKeyID().equals(keyId)).findFirst();
    }

    /** What others need to verify our tokens. */
    JWKSet published() {
        return new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList());
    }

    private static ECKey pair(byte[] seed) {
        var curve = CustomNamedCurves.getByName("P-256");
        var d =
                new BigInteger(1, seed)
                        .mod(curve.getN().subtract(BigInteger.ONE))
                        .add(BigInteger.ONE);
        var q = curve.getG().multiply(d).normalize();
        try {
            return new ECKey.Builder(
                            Curve.P_256,
                            Base64URL.encode(q.getAffineXCoord().getEncoded()),
                            Base64URL.encode(q.getAffineYCoord().getEncoded()))
                    .d(ECKey.encodeCoordinate(256, d))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
