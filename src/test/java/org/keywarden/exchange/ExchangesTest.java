package org.keywarden.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.keywarden.exchange.RawServer.answering;
import static org.keywarden.exchange.Wiring.grant;
import static org.keywarden.testing.Eventually.eventually;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.exchange.ExchangeFailedException.Reason;
import org.keywarden.testing.Parallel;

@DisplayName("A provider")
class ExchangesTest {

    private static final RawServer.Manner GOOD = answering(200, "{\"key\":\"pk_of_acme\"}");

    private final RawServer acme = RawServer.that(answering(503, ""));
    private final Wiring wiring = Wiring.development();

    @AfterEach
    void stop() {
        acme.close();
        wiring.close();
    }

    @Test
    @DisplayName("that fails ten times in a row is not called again")
    void opensAfterTen() {
        for (int i = 0; i < 10; i++) {
            assertThat(failure()).describedAs("call %d", i).isEqualTo(Reason.UNWELL);
        }

        assertThat(failure()).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(acme.requests()).hasSize(10);
    }

    @Test
    @DisplayName("that fails is the only one that is left alone")
    void isPerProvider() {
        failTenTimes();
        acme.now(GOOD);

        var other = AProvider.ofTokensAt(acme.uri()).number(2).provider();

        assertThat(wiring.exchanges.exchange(other, grant("token")).raw()).isEqualTo("pk_of_acme");
        assertThat(failure()).isEqualTo(Reason.CIRCUIT_OPEN);
    }

    @Test
    @DisplayName("that answers once in between is called on")
    void countsInARow() {
        for (int i = 0; i < 9; i++) {
            failure();
        }
        acme.now(GOOD);
        exchange();
        acme.now(answering(503, ""));

        for (int i = 0; i < 9; i++) {
            assertThat(failure()).isEqualTo(Reason.UNWELL);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("that refuses is well, so that bad tokens do not switch it off")
    @ValueSource(ints = {400, 401, 403, 404})
    void isNotHarmedByRefusals(int status) {
        acme.now(answering(status, ""));

        for (int i = 0; i < 30; i++) {
            assertThat(failure()).isEqualTo(Reason.REFUSED);
        }
        assertThat(acme.requests()).hasSize(30);
    }

    @Test
    @DisplayName("that fails is not saved by what is refused without asking it")
    void ignoresWhatItNeverSaw() {
        for (int i = 0; i < 9; i++) {
            failure();
        }
        assertThat(TokenExchangeTest.failure(wiring, provider(), "no token").reason())
                .isEqualTo(Reason.REFUSED);
        failure();

        assertThat(failure()).isEqualTo(Reason.CIRCUIT_OPEN);
    }

    @Test
    @DisplayName("whose address is forbidden is asked for again and again, as it is never called")
    void ignoresForbiddenAddresses() {
        try (var production = Wiring.production()) {
            for (int i = 0; i < 30; i++) {
                assertThat(
                                TokenExchangeTest.failure(
                                                production,
                                                AProvider.ofTokensAt(
                                                        URI.create("https://127.0.0.1:1")),
                                                "token")
                                        .reason())
                        .isEqualTo(Reason.FORBIDDEN_ADDRESS);
            }
        }
    }

    @Test
    @DisplayName("is tried again after a rest, and called as before if it is well")
    void recovers() {
        wiring.breakers.rest = Duration.ofMillis(200);
        failTenTimes();
        assertThat(failure()).isEqualTo(Reason.CIRCUIT_OPEN);
        acme.now(GOOD);

        eventually(this::outcome, "pk_of_acme"::equals);

        for (int i = 0; i < 20; i++) {
            assertThat(exchange().raw()).isEqualTo("pk_of_acme");
        }
    }

    @Test
    @DisplayName("is left alone again if it fails three times after its rest")
    void staysAlone() {
        wiring.breakers.rest = Duration.ofMillis(200);
        failTenTimes();
        var before = acme.requests().size();

        eventually(this::outcome, "UNWELL"::equals);
        failure();
        failure();

        assertThat(failure()).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(acme.requests()).hasSize(before + 3);
    }

    @Test
    @DisplayName("is called a hundred times at once, and answers each")
    void isCalledInParallel() {
        var together = new CyclicBarrier(ProviderHttp.MAX_CALLS);
        acme.now(
                connection -> {
                    await(together);
                    GOOD.answer(connection);
                });

        var keys = Parallel.times(ProviderHttp.MAX_CALLS, () -> exchange().raw());

        assertThat(keys).hasSize(ProviderHttp.MAX_CALLS).containsOnly("pk_of_acme");
    }

    @Test
    @DisplayName("does not pay for it when Keywarden waits for others and has no room")
    void isNotHarmedByOurOwnLimit() {
        try (var slow = RawServer.that(connection -> {})) {
            var others = AProvider.ofTokensAt(slow.uri()).number(2).provider();
            var threads = Executors.newFixedThreadPool(ProviderHttp.MAX_CALLS);
            for (int i = 0; i < ProviderHttp.MAX_CALLS; i++) {
                threads.execute(
                        () ->
                                assertThatThrownBy(
                                                () ->
                                                        wiring.exchanges.exchange(
                                                                others, grant("token")))
                                        .isInstanceOf(ExchangeFailedException.class));
            }
            threads.shutdown();
            eventually(slow::requests, all -> all.size() == ProviderHttp.MAX_CALLS);
            for (int i = 0; i < 20; i++) {
                assertThat(failure()).isEqualTo(Reason.BUSY);
            }
        }
        acme.now(GOOD);

        eventually(this::outcome, "pk_of_acme"::equals);
        assertThat(acme.requests()).hasSize(1);
    }

    @Test
    @DisplayName("does not pay for it when Keywarden stops to wait for its answer")
    void isNotHarmedByInterruption() {
        acme.now(connection -> {});
        for (int i = 0; i < 20; i++) {
            Thread.currentThread().interrupt();
            assertThat(failure()).isEqualTo(Reason.BUSY);
            assertThat(Thread.interrupted()).isTrue();
        }
        acme.now(GOOD);

        assertThat(exchange().raw()).isEqualTo("pk_of_acme");
    }

    @Test
    @DisplayName("that fails to revoke is still asked for keys, and the other way round")
    void isLeftAloneWithWhatItFailsAt() {
        for (int i = 0; i < 11; i++) {
            revocationFailure();
        }
        assertThat(revocationFailure().reason()).isEqualTo(Reason.CIRCUIT_OPEN);

        assertThat(failure()).isEqualTo(Reason.UNWELL);
        failTenTimes();
        assertThat(failure()).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(acme.requests()).hasSize(20);
    }

    @Test
    @DisplayName("that fails leaves one warning, in our words")
    void warnsOnce() {
        acme.now(answering(503, "{\"secret\":\"PROVIDERS-WORD\"}"));

        var lines = logged(this::failure);

        assertThat(lines)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
                            assertThat(line.getMessage())
                                    .isEqualTo(
                                            "A billing provider failed provider=acme reason=UNWELL"
                                                    + " cause=It answered 503");
                            assertThat(line.getThrown()).isNull();
                        });
    }

    @Test
    @DisplayName("revokes a key that it is told of")
    void revokes() {
        acme.now(answering(200, ""));

        wiring.withSecret("s+c%r t")
                .exchanges
                .revoke(
                        provider().revokingAt(acme.uri()).knowingUsAs("us:1").provider(),
                        "pk_of acme+1");

        // RFC 6749, 2.3.1: name and secret are form-encoded before they are joined
        assertThat(acme.requests())
                .singleElement()
                .asString()
                .contains(
                        "\r\nAuthorization: Basic " + base64("us%3A1:s%2Bc%25r+t") + "\r\n",
                        "\r\nContent-Type: application/x-www-form-urlencoded")
                .endsWith("\r\n\r\ntoken=pk_of+acme%2B1&token_type_hint=api_key");
    }

    @Test
    @DisplayName("revokes a key for a client without a secret, and for nobody in particular")
    void revokesForPublicClients() {
        acme.now(answering(204, ""));
        var revoking = provider().revokingAt(acme.uri());

        wiring.exchanges.revoke(revoking.knowingUsAs("us").provider(), "pk_1");
        wiring.exchanges.revoke(revoking.knowingUsAs(null).provider(), "pk_1");

        assertThat(acme.requests().get(0))
                .endsWith("\r\n\r\ntoken=pk_1&token_type_hint=api_key&client_id=us")
                .doesNotContain("Authorization");
        assertThat(acme.requests().get(1))
                .endsWith("\r\n\r\ntoken=pk_1&token_type_hint=api_key")
                .doesNotContain("Authorization");
    }

    @ParameterizedTest
    @DisplayName("that does not say that it revoked has not")
    @ValueSource(ints = {302, 400, 401, 429, 500, 503})
    void tellsFailedRevocations(int status) {
        acme.now(answering(status, ""));

        assertThatThrownBy(
                        () ->
                                wiring.exchanges.revoke(
                                        provider().revokingAt(acme.uri()).provider(), "pk_1"))
                .isInstanceOfSatisfying(
                        ExchangeFailedException.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(
                                                switch (status) {
                                                    case 302 -> Reason.UNUSABLE;
                                                    case 400, 401 -> Reason.REFUSED;
                                                    default -> Reason.UNWELL;
                                                }));
    }

    @Test
    @DisplayName("that cannot revoke is not asked to")
    void needsARevocationUrl() {
        assertThatThrownBy(() -> wiring.exchanges.revoke(provider().provider(), "pk_1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(acme.connections()).isZero();
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void await(CyclicBarrier others) throws IOException {
        try {
            others.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    private ExchangeFailedException revocationFailure() {
        return catchThrowableOfType(
                ExchangeFailedException.class,
                () ->
                        wiring.exchanges.revoke(
                                provider().revokingAt(acme.uri()).provider(), "pk_1"));
    }

    private void failTenTimes() {
        for (int i = 0; i < 10; i++) {
            failure();
        }
    }

    private AProvider provider() {
        return AProvider.ofTokensAt(acme.uri());
    }

    private ProviderKey exchange() {
        return wiring.exchanges.exchange(provider().provider(), grant("token"));
    }

    private Reason failure() {
        return TokenExchangeTest.failure(wiring, provider(), "token").reason();
    }

    private String outcome() {
        try {
            return exchange().raw();
        } catch (ExchangeFailedException e) {
            return e.reason().name();
        }
    }

    private static List<LogRecord> logged(Runnable work) {
        var lines = Collections.synchronizedList(new ArrayList<LogRecord>());
        var handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(line);
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        var all = Logger.getLogger("");
        all.addHandler(handler);
        try {
            work.run();
        } finally {
            all.removeHandler(handler);
        }
        return lines;
    }
}
