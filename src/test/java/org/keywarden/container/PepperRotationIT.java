package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.keys.IssuedKey;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.keys.secret.ImportedForms;
import org.keywarden.keys.secret.KeyHashes;
import org.keywarden.platform.crypto.MasterSecret;
import org.keywarden.verification.Code;
import org.keywarden.verification.Verifications;

/** The server of these tests has a secret and a retired one. */
@ExtendWith(ArquillianExtension.class)
@DisplayName("A key from before the last rotation of the secret")
class PepperRotationIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    @Inject Keys keys;
    @Inject Verifications verifications;
    @Inject MasterSecret secret;
    @Inject ImportedForms forms;
    @Inject KeyHashes hashes;
    @Inject Database database;

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = database.newDeveloper();
    }

    @Test
    @DisplayName("still verifies, and is kept under the newest pepper from then on")
    void isRenewedOnUse() {
        var key = newKey();
        store(key, digest(key, 1));

        assertThat(verifications.verify(caller, key.rawApiKey(), Scope.READ).code())
                .isEqualTo(Code.VALID);

        assertThat(digestBecomes(key, digest(key, 0))).isTrue();
        assertThat(verifications.verify(caller, key.rawApiKey(), Scope.READ).code())
                .isEqualTo(Code.VALID);
    }

    @Test
    @DisplayName("still verifies with a hash, which stays as it is")
    void isRenewedBesideItsHash() {
        var key = newKey();
        var hash = hashes.hash(key.rawApiKey(), LONG_ENOUGH);
        store(key, digest(key, 1));
        database.update(
                "update api_key set key_hash = ? where id = ?", hash, key.key().id().value());

        assertThat(verifications.verify(caller, key.rawApiKey(), Scope.READ).code())
                .isEqualTo(Code.VALID);

        assertThat(digestBecomes(key, digest(key, 0))).isTrue();
        assertThat(verifications.verify(caller, key.rawApiKey(), Scope.READ).code())
                .isEqualTo(Code.VALID);
        assertThat(
                        database.rows(
                                        "select key_hash from api_key where id = ?",
                                        key.key().id().value())
                                .get(0))
                .containsEntry("key_hash", hash);
    }

    @Test
    @DisplayName("still verifies if only its digest was imported then, and becomes like any other")
    void isRenewedFromImport() throws GeneralSecurityException {
        var key = newKey();
        database.update("insert into imported_key_form (form) values ('sha256')");
        forms.forget();
        var pepper = secret.derive("keywarden/pepper/imported/v1", 32).get(1);
        store(key, hmac("sha256:" + sha256(key.rawApiKey()), pepper));

        try {
            assertThat(verifications.verify(caller, key.rawApiKey(), Scope.READ).code())
                    .isEqualTo(Code.VALID);

            assertThat(digestBecomes(key, digest(key, 0))).isTrue();
        } finally {
            database.update("delete from imported_key_form where form <> 'native'");
            forms.forget();
        }
    }

    @Test
    @DisplayName("does not verify under a pepper that was dropped")
    void isLostWithItsPepper() throws GeneralSecurityException {
        var key = newKey();
        store(key, hmac(key.rawApiKey(), new byte[32]));

        assertThat(verifications.verify(caller, key.rawApiKey(), Scope.READ).code())
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    @DisplayName("is the only kind that is renewed")
    void leavesNewKeysAlone() {
        var key = newKey();

        var statements =
                database.statementsDuring(
                        () -> verifications.verify(caller, key.rawApiKey(), Scope.READ));

        assertThat(storedDigest(key)).isEqualTo(digest(key, 0));
        assertThat(statements).noneMatch(statement -> statement.startsWith("update"));
    }

    private IssuedKey newKey() {
        return keys.issue(
                caller, new NewKey(null, null, null, null, Set.of(Scope.READ), null, null, null));
    }

    /** Asks the database again and again; the renewal happens outside of the call. */
    private boolean digestBecomes(IssuedKey key, String digest) {
        var end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!storedDigest(key).equals(digest)) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    private String storedDigest(IssuedKey key) {
        return database.rows("select key_digest from api_key where id = ?", key.key().id().value())
                .get(0)
                .get("key_digest")
                .toString();
    }

    private void store(IssuedKey key, String digest) {
        database.update(
                "update api_key set key_digest = ? where id = ?", digest, key.key().id().value());
    }

    /** Under the newest secret's pepper (0), or the retired one's (1). */
    private String digest(IssuedKey key, int which) {
        try {
            return hmac(key.rawApiKey(), secret.derive("keywarden/pepper/v1", 32).get(which));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String key) throws GeneralSecurityException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String hmac(String key, byte[] pepper) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(pepper, "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(key.getBytes(StandardCharsets.US_ASCII)));
    }
}
