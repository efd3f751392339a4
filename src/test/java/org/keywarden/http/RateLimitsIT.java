package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.Launch;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.RunningServer;
import org.keywarden.testing.TestDatabase;

/** On a server of its own, with small limits; on PostgreSQL with a second node beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Limits")
class RateLimitsIT {

    private static final int CALLER = 5;
    private static final int ANONYMOUS = 12;
    private static final int REFUSED = 4;
    private static final String SECRET = "the secret that both nodes of this test share";

    private RunningServer node;
    private RunningServer other;
    private Accounts accounts;
    private int addresses;

    @BeforeAll
    void start() {
        var launch = limited();
        var database = TestDatabase.create(launch.dataDir());
        node = launch.on(database).start();
        other = TestDatabase.isPostgres() ? limited().on(database).start() : node;
        accounts = new Accounts(node.api(), database);
    }

    @AfterAll
    void stop() {
        node.stop();
        if (other != node) {
            other.stop();
        }
    }

    @Test
    @DisplayName(
            "bind pages too: what a user does there is a call, and too many are told by a page")
    void limitsPages() {
        var anna = accounts.create();
        var browser =
                node.api().with("Cookie", "keywarden=" + anna.token()).with("Accept", "text/html");
        IntStream.range(0, CALLER).forEach(i -> browser.getOutside("/console/profile").expect(200));

        var refusal = browser.getOutside("/console/profile").expect(429);

        assertThat(refusal.header("Retry-After")).isNotEmpty();
        assertThat(refusal.body()).contains("That was too often");
        anna.api().get("/auth/me").expect(429);
    }

    @Test
    @DisplayName("let a user make so many calls a minute, whatever session and node they come by")
    void limitsUsers() {
        var anna = accounts.create();
        var elsewhere = other.api().as(accounts.signIn(anna.email(), anna.password()));

        for (int left = CALLER - 1; left >= 0; left--) {
            var api = left % 2 == 0 ? anna.api() : elsewhere;
            var answer = api.get("/auth/me").expect(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"caller\";q=5;w=60");
            assertThat(answer.header("RateLimit")).startsWith("\"caller\";r=" + left + ";t=");
        }
        limited(anna.api().get("/auth/me"), "\"caller\";q=5;w=60");
        limited(elsewhere.get("/auth/me"), "\"caller\";q=5;w=60");
    }

    @Test
    @DisplayName("count each key by itself, and never the calls of others")
    void limitsKeys() {
        var anna = accounts.create();
        var first = anna.issue().api();
        var second = anna.issue().api();

        exhaust(first);

        limited(first.get("/auth/me"), "\"caller\";q=5;w=60");
        second.get("/auth/me").expect(200);
        anna.api().get("/auth/me").expect(200);
        accounts.create().api().get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("hold when calls come at once")
    void holdsInParallel() {
        var anna = accounts.create();
        var nodes = List.of(anna.api(), other.api().as(anna.token()));

        var turn = new AtomicInteger();

        var statuses =
                Parallel.times(
                        20, () -> nodes.get(turn.getAndIncrement() % 2).get("/auth/me").status());

        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(CALLER);
    }

    @Test
    @DisplayName("come after type and scope, and before the body")
    void keepTheOrder() {
        var anna = accounts.create();
        var key = anna.issue("scopes", List.of("write")).api();
        IntStream.range(0, CALLER).forEach(i -> key.post("/developer/projects", "{}").expect(400));

        limited(key.post("/developer/projects", "{"), "\"caller\";q=5;w=60");
        key.get("/auth/me").expectProblem(403, "INSUFFICIENT_SCOPE");
        key.get("/developer/keys").expectProblem(403, "TOKEN_TYPE_NOT_ALLOWED");
        key.get("/no/such/path").expect(404);
    }

    @Test
    @DisplayName("count what is refused by type and scope against the caller's calls")
    void countsForbidden() {
        var key = accounts.create().issue("scopes", List.of("write")).api();
        IntStream.range(0, CALLER).forEach(i -> key.get("/auth/me").expect(403));

        limited(key.post("/developer/projects", "{}"), "\"caller\";q=5;w=60");
    }

    @Test
    @DisplayName("leave verification alone, but count what it refuses")
    void leavesVerificationAlone() {
        var anna = accounts.create();
        var key = anna.issue();
        var verifier = key.api();

        IntStream.range(0, 3 * CALLER)
                .forEach(
                        i -> {
                            var answer = verifier.post("/keys/verify", fields("key", key.raw()));
                            answer.expect(200);
                            assertThat(answer.header("RateLimit")).isEmpty();
                        });
        var wrong = node.api().as("nonsense").from(address());
        IntStream.range(0, REFUSED)
                .forEach(i -> wrong.post("/keys/verify", fields("key", "k")).expect(401));
        limited(wrong.post("/keys/verify", fields("key", "k")), "\"refused\";q=4;w=60");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @DisplayName("let an address be refused so many times a minute, then say so instead")
    @ValueSource(strings = {"nothing", "nonsense", "a forged key", "another path"})
    void limitsRefusals(String kind) {
        var api =
                switch (kind) {
                    case "nonsense" -> node.api().as("nonsense");
                    case "a forged key" ->
                            node.api()
                                    .with(
                                            "X-API-Key",
                                            "kw_0123456789abcdef_" + "0".repeat(43) + "000000");
                    default -> node.api();
                };
        var guesser = api.from(address());
        var path = kind.equals("another path") ? "/no/such/path" : "/auth/me";

        IntStream.range(0, REFUSED).forEach(i -> guesser.get(path).expect(401));

        limited(guesser.get(path), "\"refused\";q=4;w=60");
        limited(guesser.post("/developer/keys", "{"), "\"refused\";q=4;w=60");
    }

    @Test
    @DisplayName("never keep a good credential out for what its neighbours do")
    void sparesNeighbours() {
        var anna = accounts.create();
        var address = address();
        var guesser = node.api().as("nonsense").from(address);
        IntStream.range(0, REFUSED + 1).forEach(i -> guesser.get("/auth/me"));

        anna.api().from(address).get("/auth/me").expect(200);
    }

    @Test
    @DisplayName("let an address try to sign in ten times a minute, right or wrong")
    void limitsSigningIn() {
        var anna = accounts.create();
        var api = node.api().from(address());
        var right = fields("email", anna.email(), "password", anna.password());
        for (int i = 0; i < 10; i++) {
            var answer = api.post("/auth/login", i < 5 ? "{}" : right).expect(i < 5 ? 400 : 200);
            assertThat(answer.header("RateLimit"))
                    .startsWith("\"login\";r=" + (9 - i))
                    .contains("\"anonymous\";r=" + (ANONYMOUS - 1 - i));
        }

        limited(api.post("/auth/login", right), "\"login\";q=10;w=60");
        limited(other.api().from(addressOf(api)).post("/auth/login", right), "\"login\";q=10;w=60");
    }

    @Test
    @DisplayName("are moved by no header that a client sends through the proxy")
    void ignoresForgedAddresses() {
        var address = address();
        IntStream.range(0, REFUSED)
                .forEach(
                        i ->
                                node.api()
                                        .from("198.51.100." + i + ", " + address)
                                        .with("X-Real-IP", "198.51.100." + i)
                                        .with("Forwarded", "for=198.51.100." + i)
                                        .get("/auth/me")
                                        .expect(401));

        limited(
                node.api().from("203.0.113.77, " + address).get("/auth/me"),
                "\"refused\";q=4;w=60");
    }

    @Test
    @DisplayName("take all addresses of a client's IPv6 network for one")
    void countsNetworks() {
        var network = "2001:db8:%x:1:".formatted(++addresses);
        IntStream.range(0, REFUSED)
                .forEach(i -> node.api().from(network + ":" + i).get("/auth/me").expect(401));

        limited(node.api().from(network + "ffff::1").get("/auth/me"), "\"refused\";q=4;w=60");
        node.api().from("2001:db8:ffff:2::1").get("/auth/me").expect(401);
    }

    private static void exhaust(Api api) {
        IntStream.range(0, CALLER).forEach(i -> api.get("/auth/me").expect(200));
    }

    private static void limited(Answer answer, String policy) {
        answer.expectProblem(429, "RATE_LIMITED");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo(policy);
        assertThat(answer.header("RateLimit")).contains(";r=0;t=" + answer.header("Retry-After"));
    }

    private String address() {
        return "203.0.113." + ++addresses;
    }

    private static String addressOf(Api api) {
        return api.headers().get(api.headers().indexOf("X-Forwarded-For") + 1);
    }

    private static Launch limited() {
        return Launch.keywarden()
                .withAdministrator()
                .with("KEYWARDEN_SECRET", SECRET)
                .with("KEYWARDEN_LIMITS_CALLER", String.valueOf(CALLER))
                .with("KEYWARDEN_LIMITS_ANONYMOUS", String.valueOf(ANONYMOUS))
                .with("KEYWARDEN_LIMITS_REFUSED", String.valueOf(REFUSED));
    }
}
