package org.keywarden.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA-256, 600 000 rounds.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2">OWASP
 *     Password Storage, PBKDF2</a>
 */
@ApplicationScoped
class Passwords {

    /** The hash of a random password that was thrown away. Not made anew: a start would wait for it. */
    private static final String NOBODYS =
            "PBKDF2WithHmacSHA256:600000:KZIGOQD9OnLOerpNIcGUfw=="
                    + ":D7vouNqLb03pDpsLvaPTjMGiqlgsbEReLwQ+lwJgBP8=";

    @Inject Pbkdf2PasswordHash pbkdf2;

    @PostConstruct
    void initialize() {
        pbkdf2.initialize(
                Map.of(
                        "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                        "Pbkdf2PasswordHash.Iterations", "600000",
                        "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                        "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    }

    /** A self-describing string: algorithm, rounds, salt and hash. */
    String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    boolean matches(String password, String hash) {
        return pbkdf2.verify(password.toCharArray(), hash);
    }

    /** Takes as long as a check, so that an unknown account cannot be told from a wrong password. */
    void matchNobody(String password) {
        matches(password, NOBODYS);
    }
}
