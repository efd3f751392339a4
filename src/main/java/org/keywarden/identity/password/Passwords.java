package org.keywarden.identity.password;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA-256, 600 000 rounds: as many at once as there are
 * processors, so that a flood of sign-ins leaves the others' requests their share.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2">OWASP
 *     Password Storage, PBKDF2</a>
 */
@ApplicationScoped
public class Passwords {

    /** The hash of a random password that was thrown away. Not made anew: a start would wait for it. */
    private static final String NOBODYS =
            "PBKDF2WithHmacSHA256:600000:KZIGOQD9OnLOerpNIcGUfw=="
                    + ":D7vouNqLb03pDpsLvaPTjMGiqlgsbEReLwQ+lwJgBP8=";

    @Inject Pbkdf2PasswordHash pbkdf2;

    /** How long somebody waits for a turn. */
    Duration patience = Duration.ofSeconds(10);

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    @PostConstruct
    void initialize() {
        pbkdf2.initialize(
                Map.of(
                        "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                        "Pbkdf2PasswordHash.Iterations", "600000",
                        "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                        "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    }

    /**
     * A self-describing string: algorithm, rounds, salt and hash.
     *
     * @throws TooManySignInsException if it would have to wait too long
     */
    public String hash(String password) {
        return inTurn(() -> pbkdf2.generate(password.toCharArray()));
    }

    /**
     * Whether a hash is that of a password.
     *
     * @throws TooManySignInsException if it would have to wait too long
     */
    public boolean matches(String password, String hash) {
        return inTurn(() -> pbkdf2.verify(password.toCharArray(), hash));
    }

    /** Takes as long as a check, so that an unknown account cannot be told from a wrong password. */
    public boolean matchNobody(String password) {
        matches(password, NOBODYS);
        return false;
    }

    /** Waits the same for everybody, first come, first served: what is hashed makes no difference. */
    private <T> T inTurn(Supplier<T> hashing) {
        if (!acquire()) {
            throw new TooManySignInsException();
        }
        try {
            return hashing.get();
        } finally {
            turns.release();
        }
    }

    private boolean acquire() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
