package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.FakeIssuer;
import org.keywarden.testing.Launch;
import org.keywarden.testing.OidcTrip;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.SeenSecrets;
import org.keywarden.testing.TestDatabase;

/** A server with an issuer that signs whatever it is told to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Signing in at an issuer")
class OidcSignInIT {

    private FakeIssuer issuer;
    private RunningServer server;
    private TestDatabase database;
    private Accounts accounts;

    @BeforeAll
    void start() {
        issuer = new FakeIssuer();
        var launch =
                Launch.keywarden()
                        .withAdministrator()
                        .with("KEYWARDEN_OIDC_ISSUER", issuer.uri().toString())
                        .with("KEYWARDEN_OIDC_CLIENT_ID", FakeIssuer.CLIENT)
                        .with("KEYWARDEN_OIDC_CLIENT_SECRET", FakeIssuer.SECRET)
                        .with("KEYWARDEN_OIDC_NAME", "Acme <ID>");
        SeenSecrets.remember(FakeIssuer.SECRET);
        database = TestDatabase.create(launch.dataDir());
        server = launch.on(database).start();
        accounts = new Accounts(server.api(), database);
    }

    @AfterAll
    void stop() {
        server.stop();
        issuer.close();
        assertThat(SeenSecrets.in(server.report())).isEmpty();
    }

    @Test
    @DisplayName("is offered on the page, as a link that needs no script, and keeps where to go")
    void isOffered() {
        var page = server.api().getOutside("/sign-in?to=/keys%3Fpage%3D2").expect(200).body();

        assertThat(page)
                .contains("Continue with Acme &lt;ID&gt;")
                .contains("href=\"/sign-in/oidc?to=%2Fkeys%3Fpage%3D2\"")
                .doesNotContain("<ID>", "class=\"kw-errors\"");
    }

    @Test
    @DisplayName("sends the browser there with a challenge, and all that is secret in its cookie")
    void departs() {
        var trip = depart("/keys?status=ACTIVE");

        var there = trip.authorization();
        assertThat(there.toString()).startsWith(issuer.uri() + "/authorize?");
        assertThat(trip.parameter("tenant")).isEqualTo("1");
        assertThat(trip.parameter("response_type")).isEqualTo("code");
        assertThat(trip.parameter("client_id")).isEqualTo(FakeIssuer.CLIENT);
        assertThat(trip.parameter("scope")).isEqualTo("openid email");
        assertThat(trip.parameter("code_challenge_method")).isEqualTo("S256");
        assertThat(trip.parameter("redirect_uri"))
                .isEqualTo(server.uri() + "/sign-in/oidc/callback");
        assertThat(List.of(trip.state(), trip.nonce())).allMatch(it -> it.length() == 43);
        assertThat(trip.cookieHeader())
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600")
                .doesNotContain("Domain", trip.state(), trip.nonce());
        assertThat(trip.departure().header("Cache-Control")).isEqualTo("no-store");
        assertThat(trip.departure().header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    @DisplayName("begins a session like any other, and leads to the page asked for")
    void signsIn() {
        var anna = accounts.create();
        var trip = depart("/keys?status=ACTIVE");
        var code = code(trip, anna, claims -> {});

        var answer = trip.comeBack(code).expect(303);

        assertThat(answer.header("Location")).isEqualTo("/keys?status=ACTIVE");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(OidcTrip.setCookie(answer, "keywarden"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age");
        assertThat(OidcTrip.setCookie(answer, "keywarden-trip"))
                .startsWith("keywarden-trip=;")
                .contains("Max-Age=0");
        assertThat(whoIs(answer)).isEqualTo(anna.id());
        assertThat(issuer.exchanges(code)).singleElement().satisfies(it -> provesItself(it, trip));
        assertThat(anna.api().get("/audit").expect(200).body())
                .contains("\"means\":{\"before\":null,\"after\":\"issuer\"}");
    }

    private void provesItself(java.util.Map<String, String> form, OidcTrip trip) {
        assertThat(form.get("redirect_uri")).isEqualTo(trip.parameter("redirect_uri"));
        assertThat(s256(form.get("code_verifier"))).isEqualTo(trip.parameter("code_challenge"));
        assertThat(form).doesNotContainKey("client_secret");
        var basic = issuer.authorizations().get(issuer.authorizations().size() - 1);
        assertThat(basic).startsWith("Basic ");
        assertThat(
                        new String(
                                Base64.getDecoder().decode(basic.substring(6)),
                                StandardCharsets.UTF_8))
                .isEqualTo(encoded(FakeIssuer.CLIENT) + ":" + encoded(FakeIssuer.SECRET));
    }

    @Test
    @DisplayName("finds the account in any case of its address")
    void ignoresCase() {
        var anna = accounts.create();
        var trip = depart("/");
        var shouted = anna.email().toUpperCase(java.util.Locale.ROOT);

        var answer = trip.comeBack(code(trip, anna, it -> it.claim("email", shouted)));

        assertThat(whoIs(answer)).isEqualTo(anna.id());
    }

    @Test
    @DisplayName("ends the session that the browser had before, and never adopts its cookie")
    void replacesSession() {
        var anna = accounts.create();
        var ben = accounts.create();
        var trip = depart("/");
        var code = code(trip, anna, claims -> {});

        var answer = trip.with("keywarden=" + ben.token()).comeBack(code);

        assertThat(whoIs(answer)).isEqualTo(anna.id());
        ben.api().get("/auth/me").expect(401);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("never leads anywhere else")
    @ValueSource(
            strings = {
                "https://evil.test/",
                "//evil.test",
                "/\\evil.test",
                "/\t/evil.test",
                "/api/v1/auth/me",
                "/sign-in/oidc",
                "/x/..//evil.test",
                "/\r\nSet-Cookie: a=b"
            })
    void opensNoRedirect(String to) {
        var anna = accounts.create();
        var trip = depart(to);

        var answer = trip.comeBack(code(trip, anna, claims -> {})).expect(303);

        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    @DisplayName("is for the browser that set out: no cookie, and no other one, will do")
    void isForOneBrowser() {
        var mallory = accounts.create();
        var attackers = depart("/");
        var victims = depart("/keys");
        var code = code(attackers, mallory, claims -> {});

        fails(attackers.withoutCookie().comeBack(code), "failed");
        fails(victims.returning("code", code, "state", attackers.state()), "failed");
        fails(attackers.withCookie(victims.cookie()).comeBack(code), "failed");
        fails(attackers.withCookie(tampered(attackers.cookie())).comeBack(code), "failed");
        fails(attackers.withCookie("v1.00000000.AAAA").comeBack(code), "failed");
        assertThat(issuer.exchanges(code)).isEmpty();

        var anna = accounts.create();
        assertThat(whoIs(victims.comeBack(code(victims, anna, claims -> {}))))
                .isEqualTo(anna.id()); // whoever was turned away has changed nothing
    }

    @Test
    @DisplayName("works once: a callback that is replayed signs nobody in")
    void worksOnce() {
        var anna = accounts.create();
        var trip = depart("/keys");
        var code = code(trip, anna, claims -> {});
        trip.comeBack(code).expect(303);

        var replayed = trip.comeBack(code);

        failsOnWay(replayed, "failed", "/keys");
        fails(trip.withoutCookie().comeBack(code), "failed");
    }

    @Test
    @DisplayName(
            "sends a code once, and has one winner, when the browser calls back many times at once")
    void hasOneWinner() {
        var anna = accounts.create();
        var trip = depart("/keys");
        var code = code(trip, anna, claims -> {});

        var answers = Parallel.times(5, () -> trip.comeBack(code));

        assertThat(answers).filteredOn(it -> it.header("Location").equals("/keys")).hasSize(1);
    }

    @Test
    @DisplayName("takes a code of this trip only: the nonce of another one is refused")
    void refusesForeignNonce() {
        var mallory = accounts.create();
        var other = depart("/");
        var trip = depart("/");

        var injected = trip.comeBack(code(other, mallory, claims -> {}));
        var without = depart("/");
        var bare = without.comeBack(code(without, mallory, claims -> claims.claim("nonce", null)));

        fails(injected, "failed");
        fails(bare, "failed");
    }

    @Test
    @DisplayName("takes no token for others, of others, too old, or from the future")
    void refusesForeignTokens() {
        refuses(claims -> claims.audience("another-client"));
        refuses(claims -> claims.audience(List.of(FakeIssuer.CLIENT, "another-client")));
        refuses(claims -> claims.claim("azp", "another-client"));
        refuses(claims -> claims.issuer("https://evil.test"));
        refuses(claims -> claims.issuer(issuer.uri() + "/"));
        refuses(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
        refuses(claims -> claims.expirationTime(null));
        refuses(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
        refuses(claims -> claims.subject(null));
    }

    private void refuses(Consumer<JWTClaimsSet.Builder> change) {
        var anna = accounts.create();
        var trip = depart("/");

        fails(trip.comeBack(code(trip, anna, change)), "failed");
    }

    @Test
    @DisplayName("takes no token that is not signed by the issuer's key: none, HS256, another's")
    void refusesForgedTokens() throws JOSEException {
        var anna = accounts.create();
        var plain = depart("/");
        fails(plain.comeBack(issuer.codeFor(new PlainJWT(claims(plain, anna).build()))), "failed");

        var symmetric = depart("/");
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("fake-1").build();
        var hs256 = new SignedJWT(header, claims(symmetric, anna).build());
        hs256.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        fails(symmetric.comeBack(issuer.codeFor(hs256)), "failed");

        var foreign = depart("/");
        var key = new RSAKeyGenerator(2048).keyID("fake-1").generate();
        var rs256 = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("fake-1").build();
        var forged = new SignedJWT(rs256, claims(foreign, anna).build());
        forged.sign(new RSASSASigner(key));
        fails(foreign.comeBack(issuer.codeFor(forged)), "failed");
    }

    @Test
    @DisplayName("needs an address that the issuer has verified, and an account that has it")
    void needsAnAccount() {
        unknown(claims -> claims.claim("email_verified", false));
        unknown(claims -> claims.claim("email_verified", null));
        unknown(claims -> claims.claim("email_verified", "true"));
        unknown(claims -> claims.claim("email", null));
        unknown(claims -> claims.claim("email", "nobody@keywarden.test"));
        unknown(claims -> claims.claim("email", "no\u0000body"));
    }

    private void unknown(Consumer<JWTClaimsSet.Builder> change) {
        var anna = accounts.create();
        var trip = depart("/");

        fails(trip.comeBack(code(trip, anna, change)), "unknownAccount");
    }

    @Test
    @DisplayName("refuses a suspended account")
    void refusesSuspended() {
        var anna = accounts.create();
        accounts.suspend(anna);
        var trip = depart("/keys");

        failsOnWay(trip.comeBack(code(trip, anna, claims -> {})), "suspended", "/keys");
    }

    @Test
    @DisplayName("refuses an answer of another issuer, or of none, since this one names itself")
    void refusesMixUps() {
        var anna = accounts.create();
        var trip = depart("/");
        var code = code(trip, anna, claims -> {});

        fails(trip.returning("code", code, "state", trip.state()), "failed");
        fails(
                trip.returning("code", code, "state", trip.state(), "iss", "https://evil.test"),
                "failed");
        assertThat(issuer.exchanges(code)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("tells why the issuer gave no code, and never in the issuer's words")
    @CsvSource({
        "access_denied, denied",
        "temporarily_unavailable, unavailable",
        "server_error, unavailable",
        "invalid_request, failed",
        "<script>, failed"
    })
    void tellsErrors(String error, String problem) {
        var trip = depart("/keys");

        var answer =
                trip.returning(
                        "error",
                        error,
                        "error_description",
                        "pwned by the issuer",
                        "state",
                        trip.state(),
                        "iss",
                        issuer.uri().toString());

        failsOnWay(answer, problem, "/keys");
        var page = server.api().getOutside(answer.header("Location"));
        assertThat(page.body()).contains("class=\"kw-errors\"").doesNotContain("pwned", "<script>");
    }

    @Test
    @DisplayName("refuses what is repeated, missing, or no code at all")
    void refusesOddAnswers() {
        var trip = depart("/");
        var iss = issuer.uri().toString();

        fails(trip.returning("state", trip.state(), "iss", iss), "failed");
        fails(trip.returning("code", "", "state", trip.state(), "iss", iss), "failed");
        fails(
                trip.returning("code", "a", "code", "b", "state", trip.state(), "iss", iss),
                "failed");
        fails(trip.returning("code", "a", "state", trip.state(), "state", "b"), "failed");
        fails(trip.returning("code", "é\n", "state", trip.state(), "iss", iss), "failed");
        fails(trip.returning("code", "unknown", "state", trip.state(), "iss", iss), "failed");
        fails(trip.returning(), "failed");
    }

    @Test
    @DisplayName("shares the limit of an address with passwords")
    void sharesTheLimit() {
        var address = server.api().from("198.51.100.77");
        IntStream.range(0, 10).forEach(i -> address.post("/auth/login", "{}").expect(400));
        var anna = accounts.create();
        var trip = depart("/").at(address);
        var code = code(trip, anna, claims -> {});

        fails(trip.comeBack(code), "tooMany");
        assertThat(issuer.exchanges(code)).isEmpty();
    }

    @Test
    @DisplayName("says that the issuer is unavailable when it fails, and asks it once")
    void survivesFailures() {
        var anna = accounts.create();
        var trip = depart("/");
        var code = code(trip, anna, claims -> {});
        issuer.answerCodesWith(500);
        try {
            fails(trip.comeBack(code), "unavailable");
        } finally {
            issuer.answerCodesWith(200);
        }
        assertThat(issuer.exchanges(code)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("tells each problem on the page, in nine languages, and still takes passwords")
    @CsvSource({
        "denied, 403",
        "failed, 400",
        "unknownAccount, 403",
        "suspended, 403",
        "tooMany, 429",
        "unavailable, 503"
    })
    void tellsProblems(String code, int status) {
        for (var language : List.of("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru")) {
            var page =
                    server.api()
                            .with("Accept-Language", language)
                            .getOutside("/sign-in?problem=" + code)
                            .expect(status);
            assertThat(page.body())
                    .contains("class=\"kw-errors\"", "type=\"password\"")
                    .doesNotContain("???");
        }
    }

    @Test
    @DisplayName("shows no problem that it does not know")
    void tellsNothingElse() {
        var page = server.api().getOutside("/sign-in?problem=%3Cb%3Eowned").expect(200);

        assertThat(page.body()).doesNotContain("owned", "class=\"kw-errors\"");
    }

    @Test
    @DisplayName("is not begun nor ended by whoever only looks, or posts")
    void needsGet() {
        var nothing = java.net.http.HttpRequest.BodyPublishers.noBody();
        for (var path : List.of("/sign-in/oidc", "/sign-in/oidc/callback")) {
            assertThat(server.api().sendOutside("HEAD", path, nothing).status()).isEqualTo(405);
            assertThat(server.api().sendOutside("POST", path, nothing).status()).isEqualTo(405);
        }
    }

    private OidcTrip depart(String to) {
        return OidcTrip.begin(server.api(), to, issuer.uri());
    }

    private String code(OidcTrip trip, Account account, Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims(trip, account);
        change.accept(claims);
        return issuer.codeFor(issuer.signed(claims.build()));
    }

    private JWTClaimsSet.Builder claims(OidcTrip trip, Account account) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.uri().toString())
                .subject("subject-1")
                .audience(FakeIssuer.CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", trip.nonce())
                .claim("email", account.email())
                .claim("email_verified", true);
    }

    private String whoIs(Answer signedIn) {
        var cookie = OidcTrip.setCookie(signedIn, "keywarden").split(";", 2)[0];
        SeenSecrets.remember(cookie.substring("keywarden=".length()));
        return server.api().with("Cookie", cookie).get("/auth/me").expect(200).text("user.id");
    }

    private static void fails(Answer answer, String problem) {
        failsOnWay(answer, problem, "/");
    }

    private static void failsOnWay(Answer answer, String problem, String to) {
        var again = to.equals("/") ? "" : "&to=" + encoded(to);
        assertThat(answer.expect(303).header("Location"))
                .isEqualTo("/sign-in?problem=" + problem + again);
        assertThat(answer.headersOf("Set-Cookie")).noneMatch(it -> it.startsWith("keywarden=e"));
    }

    private static String tampered(String cookie) {
        var place = cookie.length() / 2;
        var other = cookie.charAt(place) == 'A' ? 'B' : 'A';
        return cookie.substring(0, place) + other + cookie.substring(place + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String s256(String verifier) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
