package org.keywarden.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.access.Callers;
import org.keywarden.access.Role;
import org.keywarden.identity.User;
import org.keywarden.platform.crypto.MasterSecrets;

@DisplayName("The token of a session")
class TokensTest {

    private static final String NEW = "n".repeat(32);
    private static final String OLD = "o".repeat(32);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Instant END = NOON.plus(Session.LIFETIME);
    private static final User USER =
            new User(Callers.ADA, "ada@example.com", null, Role.ADMIN, null);
    private static final Session SESSION =
            new Session(Callers.ADA, SessionKind.BEARER, new Origin(null, null), NOON);

    private final Tokens tokens = tokens(NOON, NEW);
    private final String token = tokens.issue(SESSION, USER);

    @Nested
    @DisplayName("is accepted")
    class Accepted {

        @Test
        @DisplayName("and names its session")
        void namesItsSession() {
            assertThat(tokens.sessionOf(token)).contains(SESSION.id());
        }

        @Test
        @DisplayName("on every node with the same secret")
        void worksOnEveryNode() {
            assertThat(tokens(NOON, NEW).sessionOf(token)).contains(SESSION.id());
        }

        @Test
        @DisplayName("after its secret was retired, not after it was dropped")
        void survivesRotation() {
            var issuedBefore = tokens(NOON, OLD).issue(SESSION, USER);

            assertThat(tokens(NOON, NEW, OLD).sessionOf(issuedBefore)).contains(SESSION.id());
            assertThat(tokens(NOON, NEW).sessionOf(issuedBefore)).isEmpty();
        }

        @Test
        @DisplayName("until the very moment it expires")
        void expires() {
            assertThat(tokens(END.minusMillis(1), NEW).sessionOf(token)).contains(SESSION.id());
            assertThat(tokens(END, NEW).sessionOf(token)).isEmpty();
            assertThat(tokens(END.plus(Duration.ofDays(1)), NEW).sessionOf(token)).isEmpty();
        }

        @Test
        @DisplayName("with the claims of MicroProfile JWT")
        void hasItsClaims() throws ParseException {
            var parsed = SignedJWT.parse(token);
            var claims = parsed.getJWTClaimsSet();

            assertThat(parsed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
            assertThat(claims.getIssuer()).isEqualTo("keywarden");
            assertThat(claims.getSubject()).isEqualTo(Callers.ADA.value());
            assertThat(claims.getJWTID()).isEqualTo(SESSION.id());
            assertThat(claims.getStringClaim("upn")).isEqualTo("ada@example.com");
            assertThat(claims.getStringListClaim("groups")).containsExactly("ADMIN");
            assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOON));
            assertThat(claims.getExpirationTime()).isEqualTo(Date.from(END));
        }
    }

    @Nested
    @DisplayName("is refused")
    class Refused {

        @Test
        @DisplayName("when anything in it was changed")
        void whenTampered() {
            for (int place = 0; place < token.length(); place++) {
                var changed = token.charAt(place) == 'A' ? 'Q' : 'A';
                var tampered = token.substring(0, place) + changed + token.substring(place + 1);

                assertThat(tokens.sessionOf(tampered)).describedAs("at %d", place).isEmpty();
            }
        }

        @Test
        @DisplayName("when its claims were exchanged under the same signature")
        void whenExchanged() {
            var parts = token.split("[.]", 3);
            var claims =
                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                            .replace(SESSION.id(), "ses_2");

            assertThat(tokens.sessionOf(parts[0] + "." + base64(claims) + "." + parts[2]))
                    .isEmpty();
        }

        @Test
        @DisplayName("without a signature: alg none, in every spelling, and an empty signature")
        void whenUnsigned() {
            var parts = token.split("[.]", 3);

            assertThat(tokens.sessionOf(new PlainJWT(claims().build()).serialize())).isEmpty();
            for (var none : new String[] {"none", "None", "NONE", "nOnE"}) {
                var header = base64("{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(none, keyId()));
                assertThat(tokens.sessionOf(header + "." + parts[1] + ".")).isEmpty();
                assertThat(tokens.sessionOf(header + "." + parts[1] + "." + parts[2])).isEmpty();
            }
            assertThat(tokens.sessionOf(parts[0] + "." + parts[1] + ".")).isEmpty();
        }

        @Test
        @DisplayName("with the signature of all zeros that old Javas took (CVE-2022-21449)")
        void whenPsychic() {
            var parts = token.split("[.]", 3);
            var zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

            assertThat(tokens.sessionOf(parts[0] + "." + parts[1] + "." + zeros)).isEmpty();
        }

        @Test
        @DisplayName("when the published key was taken for an HMAC secret")
        void whenAlgorithmsAreConfused() throws JOSEException {
            var published = signingKeys(NEW).newest().toPublicJWK();
            for (var secret :
                    new byte[][] {
                        published.toJSONString().getBytes(StandardCharsets.UTF_8),
                        published.toECPublicKey().getEncoded()
                    }) {
                assertThat(
                                tokens.sessionOf(
                                        sign(JWSAlgorithm.HS256, keyId(), new MACSigner(secret))))
                        .isEmpty();
            }
        }

        @Test
        @DisplayName("when somebody else's key signed it, under whatever key id")
        void whenForeign() throws JOSEException {
            var foreign = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();

            assertThat(tokens.sessionOf(sign(foreign, keyId(), claims()))).isEmpty();
            assertThat(tokens.sessionOf(sign(foreign, foreign.getKeyID(), claims()))).isEmpty();
            assertThat(tokens.sessionOf(sign(foreign, null, claims()))).isEmpty();
        }

        @Test
        @DisplayName("without a key id, even with our signature")
        void withoutKeyId() throws JOSEException {
            assertThat(tokens.sessionOf(sign(signingKeys(NEW).newest(), null, claims()))).isEmpty();
        }

        @Test
        @DisplayName("from another issuer, or from none")
        void whenOfAnotherIssuer() throws JOSEException {
            var ours = signingKeys(NEW).newest();

            assertThat(tokens.sessionOf(sign(ours, keyId(), claims()))).contains(SESSION.id());
            assertThat(tokens.sessionOf(sign(ours, keyId(), claims().issuer("else")))).isEmpty();
            assertThat(tokens.sessionOf(sign(ours, keyId(), claims().issuer(null)))).isEmpty();
        }

        @Test
        @DisplayName("when it never expires, or names no session")
        void whenIncomplete() throws JOSEException {
            var ours = signingKeys(NEW).newest();

            assertThat(tokens.sessionOf(sign(ours, keyId(), claims().expirationTime(null))))
                    .isEmpty();
            assertThat(tokens.sessionOf(sign(ours, keyId(), claims().jwtID(null)))).isEmpty();
        }

        @ParameterizedTest(name = "[{index}] {0}")
        @DisplayName("when it is none")
        @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "eyJ..", "e30.e30.", "e30.e30.e30"})
        void whenNone(String text) {
            assertThat(tokens.sessionOf(text)).isEmpty();
        }

        @Test
        @DisplayName("when it claims nothing")
        void whenEmpty() {
            var parts = token.split("[.]", 3);

            assertThat(tokens.sessionOf(parts[0] + "." + base64("null") + "." + parts[2]))
                    .isEmpty();
            assertThat(tokens.sessionOf(parts[0] + "." + base64("{}") + "." + parts[2])).isEmpty();
            assertThat(tokens.sessionOf(parts[0] + ".." + parts[2])).isEmpty();
        }

        @Test
        @DisplayName("when it is nested thousands deep")
        void whenDeep() {
            var deep = base64("{\"a\":".repeat(5_000));

            assertThat(tokens.sessionOf(deep + "." + deep + ".AA")).isEmpty();
        }

        @Test
        @DisplayName("and never more than that, whatever chance makes of it")
        void neverThrows() {
            var random = new Random(7);
            for (int i = 0; i < 500; i++) {
                var parts = token.split("[.]", 3);
                var part = random.nextInt(2);
                var bytes = Base64.getUrlDecoder().decode(parts[part]);
                for (int changes = random.nextInt(3); changes >= 0; changes--) {
                    bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(96));
                }
                var text = new String(bytes, StandardCharsets.ISO_8859_1);
                if (!base64(text).equals(parts[part])) {
                    parts[part] = base64(text);

                    assertThat(tokens.sessionOf(String.join(".", parts)))
                            .describedAs(text)
                            .isEmpty();
                }
            }
        }
    }

    @Nested
    @DisplayName("is signed by a key that")
    class Keys {

        @Test
        @DisplayName("follows from the secret alone")
        void isDeterministic() {
            assertThat(signingKeys(NEW).newest()).isEqualTo(signingKeys(NEW).newest());
            assertThat(signingKeys(NEW).newest()).isNotEqualTo(signingKeys(OLD).newest());
        }

        @Test
        @DisplayName("is found by its RFC 7638 thumbprint")
        void isFoundByThumbprint() throws NoSuchAlgorithmException {
            var key = signingKeys(NEW).newest();
            var members =
                    "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
                            .formatted(key.getX(), key.getY());
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(members.getBytes(StandardCharsets.UTF_8));

            assertThat(key.getKeyID())
                    .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
            assertThat(signingKeys(NEW).find(key.getKeyID())).contains(key);
            assertThat(signingKeys(NEW).find("another")).isEmpty();
        }

        @Test
        @DisplayName("is published with those of retired secrets, never a private half")
        void isPublishedWithoutPrivateHalf() {
            var published = signingKeys(NEW, OLD).published();

            assertThat(published.getKeys()).hasSize(2).noneMatch(jwk -> jwk.isPrivate());
            assertThat(published.toString())
                    .doesNotContain("\"d\"")
                    .doesNotContain(String.valueOf(signingKeys(NEW).newest().getD()));
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("keywarden")
                .subject(Callers.ADA.value())
                .jwtID(SESSION.id())
                .expirationTime(Date.from(END));
    }

    private static String keyId() {
        return signingKeys(NEW).newest().getKeyID();
    }

    private String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).keyID(keyId).build();
        var signed = new SignedJWT(header, claims().build());
        signed.sign(signer);
        return signed.serialize();
    }

    private static String sign(ECKey key, @Nullable String keyId, JWTClaimsSet.Builder claims)
            throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256);
        if (keyId != null) {
            header.keyID(keyId);
        }
        var signed = new SignedJWT(header.build(), claims.build());
        signed.sign(new ECDSASigner(key));
        return signed.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Tokens tokens(Instant now, String newest, String... retired) {
        var tokens = new Tokens();
        tokens.keys = signingKeys(newest, retired);
        tokens.clock = Clock.fixed(now, ZoneOffset.UTC);
        return tokens;
    }

    private static SigningKeys signingKeys(String newest, String... retired) {
        var keys = new SigningKeys();
        keys.secret = MasterSecrets.of(newest, retired);
        keys.derive();
        return keys;
    }
}
