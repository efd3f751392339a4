package org.keywarden.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.config.Configuration;

/** Talks to a real HTTP server, which publishes what it is told. */
@DisplayName("What the issuer publishes")
class IssuerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final IssuerHttp http = new IssuerHttp();
    private final Issuer issuer = new Issuer();
    private HttpServer server;
    private String url;
    private volatile String published = "";
    private volatile int status = 200;
    private volatile boolean held;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/realm/.well-known/openid-configuration",
                call -> {
                    asked.incrementAndGet();
                    await();
                    var body = published.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    call.getResponseHeaders().set("Location", "/elsewhere");
                    call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    call.getResponseBody().write(body);
                    call.close();
                });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm/";
        published = metadata(url, url + "keys");
        http.limit = Duration.ofMillis(400);
        http.open(Thread::new);
        issuer.http = http;
        var settings =
                Map.of("keywarden.oidc.issuer", url, "keywarden.oidc.client-id", "keywarden");
        issuer.configuration = Configuration.read(n -> Optional.ofNullable(settings.get(n)));
        at(NOON);
    }

    @AfterEach
    void stop() {
        release.countDown();
        http.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    @DisplayName("is learned once, and anew after ten minutes")
    void isRemembered() {
        assertThat(issuer.metadata().tokenEndpoint()).hasToString(url + "token");
        issuer.metadata();
        assertThat(asked).hasValue(1);

        published = published.replace("/token", "/token2");
        at(NOON.plus(Duration.ofMinutes(10)));

        assertThat(issuer.metadata().tokenEndpoint()).hasToString(url + "token2");
        assertThat(asked).hasValue(2);
    }

    @Test
    @DisplayName("is kept when the issuer is down later, which is asked again in ten seconds")
    void survivesAnOutage() {
        issuer.metadata();
        status = 503;
        at(NOON.plus(Duration.ofMinutes(11)));

        assertThat(issuer.metadata().tokenEndpoint()).hasToString(url + "token");
        issuer.metadata();
        assertThat(asked).hasValue(2);

        at(NOON.plus(Duration.ofMinutes(12)));
        issuer.metadata();
        assertThat(asked).hasValue(3);
    }

    @Test
    @DisplayName("is not asked for again at once where there was no answer")
    void leavesTheSilentAlone() {
        status = 500;
        isUnavailable();
        isUnavailable();
        assertThat(asked).hasValue(1);

        status = 200;
        at(NOON.plusSeconds(10));
        assertThat(issuer.metadata().namesItself()).isFalse();
    }

    @Test
    @DisplayName("does not keep anybody waiting if it does not come")
    void isNotWaitedFor() {
        held = true;
        var began = System.nanoTime();

        isUnavailable();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(IssuerHttp.LIMIT).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("cannot be had where nobody listens")
    void isNotThere() {
        server.stop(0);

        isUnavailable();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is of no use with another status, and no redirect is followed")
    @ValueSource(ints = {201, 204, 302, 307, 401, 404, 500, 503})
    void needsSuccess(int answered) {
        status = answered;
        published = answered == 204 ? "" : published;

        isUnavailable();

        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("is of no use if it is garbage, huge, another's, or leads elsewhere")
    void needsSense() {
        var good = published;
        var at = NOON;
        for (var bad :
                new String[] {
                    "",
                    "<html>",
                    "null",
                    "[]",
                    "{}",
                    "{\"issuer\": 7}",
                    "[".repeat(60_000),
                    "{\"a\":".repeat(10_000),
                    good.replace("{", "{\"x\":\"" + "x".repeat(65 * 1024) + "\","),
                    good.replace("\"issuer\":\"" + url, "\"issuer\":\"http://evil.test/"),
                    metadata(url.substring(0, url.length() - 1), url + "keys"),
                    metadata(url, "file:///etc/passwd"),
                    metadata(url, "ftp://127.0.0.1/keys"),
                    good.replace(url + "token", "javascript:alert(1)"),
                    good.replace(url + "token", "/token"),
                    good.replace(url + "authorize", "javascript:alert(1)"),
                    good.replace(url + "authorize", "http://user@evil.test/"),
                    good.replace("token_endpoint", "no_endpoint")
                }) {
            at(at);
            published = bad;

            isUnavailable();

            at = at.plusSeconds(10);
        }
        published = good;
        at(at);
        assertThat(issuer.metadata().authorizationEndpoint()).hasToString(url + "authorize");
    }

    private void isUnavailable() {
        assertThatExceptionOfType(NotSignedInException.class)
                .isThrownBy(issuer::metadata)
                .matches(refusal -> refusal.problem() == SignInProblem.UNAVAILABLE)
                .withMessageNotContaining("evil");
    }

    private void at(Instant now) {
        issuer.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    private static String metadata(String issuer, String keys) {
        return """
               {"issuer":"%1$s","authorization_endpoint":"%1$sauthorize",\
               "token_endpoint":"%1$stoken","jwks_uri":"%2$s",\
               "response_types_supported":["code"],"subject_types_supported":["public"],\
               "id_token_signing_alg_values_supported":["RS256"]}"""
                .formatted(issuer, keys);
    }

    private void await() {
        try {
            if (held) {
                release.await();
            }
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
