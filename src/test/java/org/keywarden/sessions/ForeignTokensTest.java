package org.keywarden.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.problem.ProblemException;

/** Against an issuer that answers over real HTTP, or does not. */
@DisplayName("The keys of the trusted issuer")
class ForeignTokensTest {

    private static final String ISSUER = "https://id.company.test";

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String published = "";
    private volatile int status = 200;
    private HttpServer issuer;
    private ECKey key;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        published = new JWKSet(key.toPublicJWK()).toString();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext(
                "/keys",
                call -> {
                    fetches.incrementAndGet();
                    var body = published.getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(status, body.length);
                    call.getResponseBody().write(body);
                    call.close();
                });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    @DisplayName("verify its tokens, and are kept")
    void verifies() {
        var tokens = tokens();

        for (int i = 0; i < 10; i++) {
            assertThat(tokens.verify(token(key))).isPresent();
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    @DisplayName("are not asked for again and again for tokens of keys that it does not have")
    void asksRarely() throws JOSEException {
        var tokens = tokens();
        var other = new ECKeyGenerator(Curve.P_256).keyID("other").generate();

        for (int i = 0; i < 20; i++) {
            assertThat(tokens.verify(token(other))).isEmpty();
        }
        assertThat(fetches).hasValueBetween(1, 2);
        assertThat(tokens.verify(token(key))).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("that cannot be had make its tokens wait, and never pass for bad or good")
    @ValueSource(strings = {"down", "failing", "no key set", "huge"})
    void tellsOutage(String kind) {
        switch (kind) {
            case "down" -> issuer.stop(0);
            case "failing" -> status = 500;
            case "no key set" -> published = "<html></html>";
            default -> published = "{\"keys\":[]," + " ".repeat(100_000) + "\"x\":1}";
        }
        var tokens = tokens();

        for (int i = 0; i < 5; i++) {
            var refusal =
                    catchThrowableOfType(ProblemException.class, () -> tokens.verify(token(key)));
            assertThat(refusal).describedAs("try %d", i).isNotNull();
            assertThat(refusal.status()).isEqualTo(503);
        }
        assertThat(fetches).hasValueLessThan(5);
    }

    @Test
    @DisplayName("are nobody's business for tokens of others")
    void asksForItsOwnOnly() {
        assertThat(tokens().verify("eyJ.a.b")).isEmpty();
        assertThat(tokens().verify(token(key, "https://evil.test"))).isEmpty();
        assertThat(fetches).hasValue(0);
    }

    private ForeignTokens tokens() {
        var tokens = new ForeignTokens();
        var properties =
                Map.of(
                        "mp.jwt.verify.issuer",
                        ISSUER,
                        "mp.jwt.verify.audiences",
                        "keywarden",
                        "mp.jwt.verify.publickey.location",
                        "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        tokens.configuration = Configuration.read(n -> Optional.ofNullable(properties.get(n)));
        tokens.clock = Clock.systemUTC();
        tokens.configure();
        return tokens;
    }

    private static String token(ECKey key) {
        return token(key, ISSUER);
    }

    private static String token(ECKey key, String issuer) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("ada")
                        .audience("keywarden")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .claim("email", "ada@company.test")
                        .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
