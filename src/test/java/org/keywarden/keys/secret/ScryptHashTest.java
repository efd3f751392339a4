package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The hash of a key")
class ScryptHashTest {

    private static final String KEY = "sk_live_51H8xYzAbCdEf";
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String STORED = ScryptHash.of(KEY, SALT).text();

    @Test
    @DisplayName("tells algorithm, cost and salt, and is that of this key alone")
    void describesItself() {
        assertThat(STORED)
                .startsWith("$scrypt$ln=14,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$")
                .hasSize(88)
                .doesNotContain(KEY);
        assertThat(new ScryptHash(STORED).isOf(KEY)).isTrue();
        assertThat(new ScryptHash(STORED).isOf(KEY + "x")).isFalse();
        assertThat(new ScryptHash(STORED).isOf("")).isFalse();
    }

    @Test
    @DisplayName("is scrypt with N=16384, r=8, p=1")
    void isScrypt() {
        var bytes = KEY.getBytes(StandardCharsets.US_ASCII);
        var hash = SCrypt.generate(bytes, SALT, 16_384, 8, 1, 32);

        assertThat(STORED)
                .endsWith("$" + Base64.getEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    @DisplayName("differs with the salt")
    void differsWithSalt() {
        assertThat(ScryptHash.of(KEY, new byte[16]).text()).isNotEqualTo(STORED);
    }

    @ParameterizedTest
    @DisplayName("made at another cost is understood")
    @CsvSource({"10, 1024", "15, 32768"})
    void understandsOtherCosts(int cost, int n) {
        var bytes = KEY.getBytes(StandardCharsets.US_ASCII);
        var hash = SCrypt.generate(bytes, SALT, n, 8, 1, 32);
        var stored =
                STORED.substring(0, STORED.lastIndexOf('$') + 1).replace("ln=14", "ln=" + cost)
                        + Base64.getEncoder().withoutPadding().encodeToString(hash);

        assertThat(new ScryptHash(stored).isOf(KEY)).isTrue();
        assertThat(new ScryptHash(stored).isOf(KEY + "x")).isFalse();
    }

    @ParameterizedTest
    @DisplayName("that is damaged is that of no key")
    @ValueSource(
            strings = {
                "",
                "$",
                "$scrypt$",
                "$scrypt$ln=14,r=8,p=1$$",
                "$scrypt$ln=14,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$",
                "$scrypt$ln=14,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$short",
                "$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZabcde",
            })
    void refusesDamaged(String stored) {
        assertThat(new ScryptHash(stored).isOf(KEY)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("that was altered is that of no key, and costs no more than it may")
    @CsvSource({
        "ln=14, ln=13",
        "ln=14, ln=17",
        "ln=14, ln=99",
        "ln=14, ln=-1",
        "r=8, r=9999",
        "p=1, p=9999",
        "scrypt, argon2id",
        "MDEyMzQ1, NDEyMzQ1",
        "MDEyMzQ1, M!EyMzQ1",
        "$MDEy, $$MDEy"
    })
    void refusesAltered(String part, String altered) {
        assertThat(STORED).contains(part);
        assertThat(new ScryptHash(STORED.replace(part, altered)).isOf(KEY)).isFalse();
        assertThat(new ScryptHash(STORED + "\n").isOf(KEY)).isFalse();
        assertThat(new ScryptHash(STORED + STORED).isOf(KEY)).isFalse();
    }

    @Test
    @DisplayName("is not shown")
    void isNotShown() {
        assertThat(new ScryptHash(STORED)).hasToString("ScryptHash");
    }
}
