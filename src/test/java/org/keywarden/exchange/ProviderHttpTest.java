package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.keywarden.exchange.RawServer.answering;
import static org.keywarden.exchange.RawServer.saying;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keywarden.exchange.ExchangeFailedException.Reason;

@DisplayName("A call to a provider")
class ProviderHttpTest {

    private static final RawServer.Manner GOOD = answering(200, "{}");
    private static final char[] PASSWORD = "of-the-tests".toCharArray();

    @Test
    @DisplayName("ends after ten seconds, though a byte comes every half a second")
    void endsAfterTenSeconds() throws Exception {
        try (var wiring = Wiring.development();
                var server = RawServer.that(ProviderHttpTest::dripSlowly)) {
            var begun = Instant.now();

            var failure = failure(wiring, server.uri());

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(Duration.between(begun, Instant.now()))
                    .isBetween(Duration.ofMillis(9_900), Duration.ofMillis(11_500));
            assertThat(server.cutOff().get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @DisplayName("ends sooner if the provider has less time")
    void endsWhenItsProviderHasTo() {
        var hasty = AProvider.ofTokensAt(AProvider.ANY.endpoints().apiBase()).within(1).provider();
        try (var wiring = Wiring.development();
                var server = RawServer.that(Misbehaviour.NEVER_ANSWERS.manner)) {
            var begun = Instant.now();

            var failure = failure(() -> wiring.http.begin(hasty).tell(Call.get(server.uri())));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(Duration.between(begun, Instant.now()))
                    .isBetween(Duration.ofMillis(990), Duration.ofSeconds(8));
        }
    }

    @Test
    @DisplayName("shares its time with the other calls of its conversation")
    void sharesItsTime() {
        try (var wiring = Wiring.development().within(Duration.ofMillis(1500));
                var server = RawServer.that(GOOD)) {
            var conversation = wiring.http.begin(AProvider.ANY);
            conversation.tell(Call.get(server.uri()));
            server.now(Misbehaviour.NEVER_ANSWERS.manner);
            var begun = Instant.now();

            assertThat(failure(() -> conversation.tell(Call.get(server.uri()))).reason())
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(failure(() -> conversation.tell(Call.get(server.uri()))).reason())
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMillis(2900));
        }
    }

    @Test
    @DisplayName("ends in time though its name server never answers")
    void endsThoughNamesHang() {
        var never = new CountDownLatch(1);
        try (var wiring = Wiring.development().within(Duration.ofMillis(300))) {
            wiring.destinations.names =
                    named(
                            host -> {
                                never.await();
                                return new InetAddress[0];
                            });

            assertThat(failure(wiring, URI.create("https://slow.test")).reason())
                    .isEqualTo(Reason.UNREACHABLE);
        } finally {
            never.countDown();
        }
    }

    @Test
    @DisplayName("follows no redirect")
    void followsNoRedirect() {
        try (var wiring = Wiring.development();
                var elsewhere = RawServer.that(GOOD);
                var server =
                        RawServer.that(
                                saying(
                                        "HTTP/1.1 307 There\r\nContent-Length: 0\r\nLocation: "
                                                + elsewhere.uri()
                                                + "\r\n\r\n"))) {

            assertThat(failure(wiring, server.uri()).reason()).isEqualTo(Reason.UNUSABLE);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    @DisplayName("brings no cookie back, and keeps its connection")
    void keepsNoCookies() {
        try (var wiring = Wiring.development();
                var server =
                        RawServer.that(
                                saying(
                                        "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"))) {
            wiring.http.begin(AProvider.ANY).tell(Call.get(server.uri()));
            wiring.http.begin(AProvider.ANY).tell(Call.get(server.uri()));

            assertThat(server.requests()).hasSize(2).noneMatch(it -> it.contains("Cookie"));
        }
    }

    @Test
    @DisplayName("has a connection of its own, since a kept one may close just then")
    void keepsNoConnection() {
        try (var wiring = Wiring.development();
                var server = RawServer.that(GOOD)) {
            for (int i = 0; i < 5; i++) {
                wiring.http.begin(AProvider.ANY).tell(Call.get(server.uri()));
            }

            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("is made once, also if it fails")
    void neverTriesAgain() {
        try (var wiring = Wiring.development();
                var server = RawServer.that(Misbehaviour.CLOSES_WITHOUT_A_WORD.manner)) {
            failure(wiring, server.uri());

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("leaves the system's proxies alone")
    void usesNoProxy() {
        try (var proxy = RawServer.that(GOOD);
                var server = RawServer.that(GOOD)) {
            var before = System.getProperty("http.nonProxyHosts");
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.uri().getPort()));
            System.setProperty("http.nonProxyHosts", "");
            try (var wiring = Wiring.development()) {
                wiring.http.begin(AProvider.ANY).tell(Call.get(server.uri()));
            } finally {
                System.clearProperty("http.proxyHost");
                System.clearProperty("http.proxyPort");
                if (before == null) {
                    System.clearProperty("http.nonProxyHosts");
                } else {
                    System.setProperty("http.nonProxyHosts", before);
                }
            }

            assertThat(server.requests()).hasSize(1);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    @DisplayName("goes to no server of our own network in production, not even to knock")
    void knocksNowhere() {
        try (var production = Wiring.production();
                var server = RawServer.that(GOOD)) {
            for (var host :
                    new String[] {"127.0.0.1", "localhost", "127.1", "2130706433", "[::1]"}) {
                var url = URI.create("https://" + host + ":" + server.uri().getPort());

                assertThat(failure(production, url).reason())
                        .describedAs(host)
                        .isEqualTo(Reason.FORBIDDEN_ADDRESS);
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    @DisplayName(
            "goes to the address that was judged, though the name means another one a moment later")
    void isNotRebound() {
        var lookUps = new AtomicInteger();
        try (var wiring = Wiring.development();
                var server = RawServer.that(GOOD)) {
            wiring.destinations.names =
                    named(
                            host ->
                                    new InetAddress[] {
                                        lookUps.incrementAndGet() == 1
                                                ? InetAddress.getLoopbackAddress()
                                                : InetAddress.getByName("192.0.2.1")
                                    });

            wiring.http.begin(AProvider.ANY).tell(Call.get(server.uri("rebound.test")));

            assertThat(lookUps).hasValue(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("does not use up connections when addresses are forbidden")
    void releasesWhatItNeverUsed() {
        try (var production = Wiring.production().within(Duration.ofSeconds(2))) {
            production.destinations.names = DestinationsTest.meaning("10.0.0.1");

            for (int i = 0; i < 150; i++) {
                assertThat(failure(production, URI.create("https://acme.test")).reason())
                        .isEqualTo(Reason.FORBIDDEN_ADDRESS);
            }
        }
    }

    @Test
    @DisplayName("trusts a server whose certificate is trusted and names it, and no other")
    void verifiesCertificates(@TempDir Path folder) throws Exception {
        var store = selfSigned(folder);
        var itself =
                SSLContexts.custom()
                        .loadKeyMaterial(store, PASSWORD, PASSWORD)
                        .loadTrustMaterial(store, PASSWORD)
                        .build();
        try (var server = RawServer.secured(itself.getServerSocketFactory(), GOOD);
                var strangers = Wiring.development();
                var friends = Wiring.trusting(itself)) {

            friends.http.begin(AProvider.ANY).tell(Call.get(server.uri("localhost")));

            assertThat(failure(friends, server.uri("127.0.0.1")).reason())
                    .describedAs("another name")
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(failure(strangers, server.uri("localhost")))
                    .describedAs("signed by itself")
                    .hasMessageContaining("certificate")
                    .extracting(ExchangeFailedException::reason)
                    .isEqualTo(Reason.UNREACHABLE);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("is cut off when Keywarden stops")
    void endsWithTheServer() {
        try (var server = RawServer.that(connection -> {})) {
            var wiring = Wiring.development();
            server.now(connection -> wiring.close());

            assertThat(failure(wiring, server.uri()).reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    private static void dripSlowly(Socket connection) throws IOException {
        Misbehaviour.drip(
                connection,
                "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n",
                TimeUnit.MILLISECONDS.toNanos(500));
    }

    /** Made by the JDK's own tool, for the name localhost. */
    private static Path selfSigned(Path folder) throws IOException, InterruptedException {
        var store = folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.exists(store)).isTrue();
        return store;
    }

    private interface LookUp {
        InetAddress[] addresses(String host) throws IOException, InterruptedException;
    }

    private static DnsResolver named(LookUp lookUp) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    return lookUp.addresses(host);
                } catch (IOException | InterruptedException e) {
                    throw new UnknownHostException(host);
                }
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static ExchangeFailedException failure(Wiring wiring, URI url) {
        return failure(() -> wiring.http.begin(AProvider.ANY).tell(Call.get(url)));
    }

    private static ExchangeFailedException failure(ThrowingCallable call) {
        return catchThrowableOfType(ExchangeFailedException.class, call);
    }
}
