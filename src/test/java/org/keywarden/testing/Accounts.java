package org.keywarden.testing;

import static org.keywarden.testing.Account.fields;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Makes accounts. A row in the database, since there is no other way that costs no round of a slow
 * hash: this one has few rounds, which the hash itself says.
 */
public final class Accounts {

    public static final String PASSWORD = "a password of the tests";

    private static final int ROUNDS = 1024;
    private static final String HASH = hash();

    private final Api api;
    private final TestDatabase database;

    public Accounts(Api api, TestDatabase database) {
        this.api = api;
        this.database = database;
        SeenSecrets.remember(PASSWORD);
    }

    /** A new developer, signed in. */
    public Account create() {
        return create("DEVELOPER");
    }

    /** A new administrator, signed in. */
    public Account createAdministrator() {
        return create("ADMIN");
    }

    /** The first administrator, signed in. */
    public Account administrator() {
        var token = signIn(Launch.ADMIN_EMAIL, Launch.ADMIN_PASSWORD);
        var id = api.as(token).get("/auth/me").expect(200).text("user.id");
        return new Account(id, Launch.ADMIN_EMAIL, Launch.ADMIN_PASSWORD, token, api.as(token));
    }

    /** Suspends an account. */
    public void suspend(Account account) {
        database.change("update account set suspended = true where id = ?", account.id());
    }

    /** Signs in; returns the token. */
    public String signIn(String email, String password) {
        return api.post("/auth/login", fields("email", email, "password", password))
                .expect(200)
                .text("token");
    }

    private Account create(String role) {
        return create(role, UUID.randomUUID().toString().replace("-", "") + "@keywarden.test");
    }

    /** A new developer of this e-mail address, signed in: who is to be seen. */
    public Account createNamed(String email) {
        return create("DEVELOPER", email);
    }

    private Account create(String role, String email) {
        var id = "usr_" + UUID.randomUUID().toString().replace("-", "");
        database.change(
                """
                insert into account (id, version, email, email_key, role, password_hash, suspended,
                    created_at) values (?, 1, ?, ?, ?, ?, false, ?)
                """,
                id,
                email,
                email,
                role,
                HASH,
                Timestamp.from(Instant.now()));
        var token = signIn(email, PASSWORD);
        return new Account(id, email, PASSWORD, token, api.as(token));
    }

    private static String hash() {
        var salt = "salt of the tests".getBytes(StandardCharsets.US_ASCII);
        try {
            var key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(
                                    new PBEKeySpec(PASSWORD.toCharArray(), salt, ROUNDS, 256));
            var base64 = Base64.getEncoder();
            return "PBKDF2WithHmacSHA256:%d:%s:%s"
                    .formatted(
                            ROUNDS,
                            base64.encodeToString(salt),
                            base64.encodeToString(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
