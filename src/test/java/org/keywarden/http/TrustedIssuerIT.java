package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Api;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

/** A server that trusts an issuer, which publishes its keys over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A token of a trusted issuer")
class TrustedIssuerIT {

    private static final String ISSUER = "https://id.company.test";
    private static final String AUDIENCE = "keywarden";

    private final AtomicInteger fetches = new AtomicInteger();
    private RSAKey key;
    private HttpServer issuer;
    private RunningServer server;
    private TestDatabase database;
    private Accounts accounts;

    @BeforeAll
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("company-1").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext(
                "/keys",
                call -> {
                    fetches.incrementAndGet();
                    call.sendResponseHeaders(200, published.length);
                    call.getResponseBody().write(published);
                    call.close();
                });
        issuer.start();
        var launch =
                Launch.keywarden()
                        .withAdministrator()
                        .with("MP_JWT_VERIFY_ISSUER", ISSUER)
                        .with("MP_JWT_VERIFY_AUDIENCES", "other, " + AUDIENCE)
                        .with(
                                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        database = TestDatabase.create(launch.dataDir());
        server = launch.on(database).start();
        accounts = new Accounts(server.api(), database);
    }

    @AfterAll
    void stop() {
        server.stop();
        issuer.stop(0);
    }

    @Test
    @DisplayName("stands for the account of its address, as a session that scopes do not bind")
    void isASession() {
        var anna = accounts.create();
        var api = api(token(anna, claims -> {}));

        var me = api.get("/auth/me").expect(200);

        assertThat(me.text("user.id")).isEqualTo(anna.id());
        assertThat(me.text("tokenType")).isEqualTo("session_token");
        api.post("/developer/keys", Account.aKey()).expect(201);
    }

    @Test
    @DisplayName("takes the address in any case")
    void ignoresCase() {
        var anna = accounts.create();
        var shouted = anna.email().toUpperCase(java.util.Locale.ROOT);

        assertThat(
                        api(token(anna, claims -> claims.claim("email", shouted)))
                                .get("/auth/me")
                                .text("user.id"))
                .isEqualTo(anna.id());
    }

    @Test
    @DisplayName("is listed among the sessions, and dead once that one is ended")
    void canBeEnded() {
        var anna = accounts.create();
        var token = token(anna, claims -> {});
        api(token).get("/auth/me").expect(200);
        assertThat(api(token).get("/auth/sessions").texts("sessions", "current")).contains("true");

        api(token).post("/auth/logout").expect(204);

        api(token).get("/auth/me").expect(401);
        assertThat(anna.api().get("/auth/sessions").get("sessions")).hasSize(1);
        api(token(anna, claims -> {})).get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("begins one session, however many calls bring it at once")
    void beginsOnce() {
        var anna = accounts.create();
        var token = token(anna, claims -> {});

        var statuses = Parallel.times(16, () -> api(token).get("/auth/me").status());

        assertThat(statuses).containsOnly(200);
        assertThat(
                        database.count(
                                "select count(*) from auth_session where account_id = ?",
                                anna.id()))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("of a suspended account is refused")
    void refusesSuspended() {
        var anna = accounts.create();
        accounts.suspend(anna);

        api(token(anna, claims -> {})).get("/auth/me").expectProblem(403, "ACCOUNT_SUSPENDED");
    }

    @Test
    @DisplayName("that is not good opens nothing")
    void refusesOthers() throws JOSEException {
        var anna = accounts.create();
        var bad = new LinkedHashMap<String, String>();
        var past = Date.from(Instant.now().minusSeconds(600));
        bad.put("expired", token(anna, claims -> claims.expirationTime(past)));
        bad.put("without an end", token(anna, claims -> claims.expirationTime(null)));
        bad.put(
                "not yet good",
                token(
                        anna,
                        claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)))));
        bad.put("for others", token(anna, claims -> claims.audience("somebody")));
        bad.put("for nobody", token(anna, claims -> claims.audience((String) null)));
        bad.put("of another issuer", token(anna, claims -> claims.issuer("https://evil.test")));
        bad.put("as if of ours", token(anna, claims -> claims.issuer("keywarden")));
        bad.put("without an address", token(anna, claims -> claims.claim("email", null)));
        bad.put("of an address unverified", token(anna, c -> c.claim("email_verified", false)));
        bad.put("of an address odd", token(anna, c -> c.claim("email", List.of(anna.email()))));
        bad.put("of nobody here", token(anna, claims -> claims.claim("email", "x@nowhere.test")));
        bad.put("unsigned", new PlainJWT(claims(anna).build()).serialize());
        bad.put("signed with the public key", signedWithThePublicKey(anna));
        bad.put(
                "signed by another",
                signed(anna, new RSAKeyGenerator(2048).keyID("company-1").generate()));
        bad.put(
                "of an unknown key",
                signed(anna, new RSAKeyGenerator(2048).keyID("other").generate()));
        bad.put("cut", token(anna, claims -> {}).replaceFirst(".$", ""));

        var opened = new ArrayList<String>();
        bad.forEach(
                (name, token) -> {
                    if (api(token).get("/auth/me").status() != 401) {
                        opened.add(name);
                    }
                });

        assertThat(opened).isEmpty();
    }

    @Test
    @DisplayName("is verified with keys that are fetched once, not for each token")
    void fetchesRarely() {
        var anna = accounts.create();
        api(token(anna, claims -> {})).get("/auth/me").expect(200);
        var before = fetches.get();

        for (int i = 0; i < 20; i++) {
            api(token(anna, claims -> {})).get("/auth/me").expect(200);
        }

        assertThat(fetches.get()).isEqualTo(before);
    }

    @Test
    @DisplayName("does not stand in the way of our own")
    void leavesOurs() {
        accounts.create().api().get("/auth/me").expect(200);
        server.api()
                .post("/auth/login", fields("email", "x@y", "password", "z"))
                .expectProblem(401, "INVALID_CREDENTIALS");
    }

    private Api api(String token) {
        return server.api().as(token);
    }

    private String token(Account account, Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims(account);
        change.accept(claims);
        return signed(claims.build(), key);
    }

    private static String signed(Account account, RSAKey key) {
        return signed(claims(account).build(), key);
    }

    private static JWTClaimsSet.Builder claims(Account account) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(UUID.randomUUID().toString())
                .jwtID(UUID.randomUUID().toString())
                .audience(List.of("somebody", AUDIENCE))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("email", account.email());
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The classic: a verifier that takes the public key for a shared secret. */
    private String signedWithThePublicKey(Account account) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims(account).build());
        token.sign(new MACSigner(key.toPublicKey().getEncoded()));
        return token.serialize();
    }
}
