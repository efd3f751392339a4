package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.MasterSecret;
import org.keywarden.platform.crypto.MasterSecrets;

@DisplayName("The pepper")
class PepperTest {

    private static final String KEY = "kw_1_2";
    private static final String NEW = "n".repeat(32);
    private static final String OLD = "o".repeat(32);

    @Test
    @DisplayName("digests a key with HMAC-SHA-256, as another library does")
    void isHmac() {
        var secret = MasterSecrets.of(NEW);

        assertThat(pepper(secret).digest(KEY))
                .isEqualTo(hmac(secret.derive("keywarden/pepper/v1", 32).get(0)))
                .hasSize(43);
    }

    @Test
    @DisplayName("digests for every secret, the newest first")
    void digestsForEverySecret() {
        var pepper = pepper(MasterSecrets.of(NEW, OLD));

        assertThat(pepper.digests(KEY))
                .containsExactly(
                        pepper(MasterSecrets.of(NEW)).digest(KEY),
                        pepper(MasterSecrets.of(OLD)).digest(KEY));
        assertThat(pepper.digest(KEY)).isEqualTo(pepper.digests(KEY).get(0));
    }

    @Test
    @DisplayName("keeps imported digests apart from keys, whatever text a key has")
    void keepsImportedApart() {
        var secret = MasterSecrets.of(NEW, OLD);
        var imported = ImportedDigest.sha256Of(KEY);

        assertThat(pepper(secret).digests(imported))
                .hasSize(2)
                .first()
                .isEqualTo(
                        hmac(
                                secret.derive("keywarden/pepper/imported/v1", 32).get(0),
                                imported.text()));
        assertThat(pepper(secret).digests(imported))
                .doesNotContainAnyElementsOf(pepper(secret).digests(imported.text()))
                .doesNotContainAnyElementsOf(pepper(secret).digests(imported.hex()));
    }

    private static String hmac(byte[] pepper) {
        return hmac(pepper, KEY);
    }

    private static String hmac(byte[] pepper, String text) {
        var mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(pepper));
        var key = text.getBytes(StandardCharsets.UTF_8);
        mac.update(key, 0, key.length);
        var digest = new byte[32];
        mac.doFinal(digest, 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static Pepper pepper(MasterSecret secret) {
        var pepper = new Pepper();
        pepper.secret = secret;
        pepper.derive();
        return pepper;
    }
}
