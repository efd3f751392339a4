package org.keywarden.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Checking a password")
class PasswordsTest {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final CountDownLatch begun = new CountDownLatch(PROCESSORS);
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    @DisplayName("waits for a processor, and not for ever: 503 with Retry-After")
    void waitsInTurn() throws InterruptedException {
        var passwords = new Passwords();
        passwords.pbkdf2 = new Slow();
        passwords.patience = Duration.ZERO;
        var threads = Executors.newFixedThreadPool(PROCESSORS);
        var checks = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < PROCESSORS; i++) {
            checks.add(
                    CompletableFuture.supplyAsync(() -> passwords.matches("x", "a hash"), threads));
        }
        begun.await();

        assertThatExceptionOfType(TooManySignInsException.class)
                .isThrownBy(() -> passwords.matchNobody("x"))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.status()).isEqualTo(503);
                            assertThat(refusal.errorCode()).isEqualTo("SERVICE_UNAVAILABLE");
                            assertThat(refusal.headers()).containsEntry("Retry-After", "10");
                        });

        done.countDown();
        assertThat(checks).allMatch(CompletableFuture::join);
        assertThat(passwords.matches("x", "a hash")).isTrue();
        threads.shutdown();
    }

    /** The server's hash, as slow as the test wants it. */
    private final class Slow implements Pbkdf2PasswordHash {

        @Override
        public String generate(char[] password) {
            return "a hash";
        }

        @Override
        public boolean verify(char[] password, String hash) {
            begun.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        }
    }
}
