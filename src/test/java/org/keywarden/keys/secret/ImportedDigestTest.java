package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.keys.secret.ImportedDigest.Algorithm;

@DisplayName("An imported digest")
class ImportedDigestTest {

    private static final String KEY =
            "naap_0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String SHA256 =
            "3d1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc4414453";
    private static final String BASE64URL = "PR4zsGWxi0m7lybGrDT-bXIRejcJu4PjhBYanMRBRFM";

    /** Computed with Python's hashlib.sha256. */
    @ParameterizedTest
    @DisplayName("is the SHA-256 of the key")
    @CsvSource({
        "sk_live_51H8xYzAbCdEf, 3d1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc4414453",
        "kw_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRpe,"
                + " ebd2d716c5fee3c2676d42f9a4135fbdfcde76c553fc9b83f8f123eab0a499b9"
    })
    void isSha256(String key, String hex) {
        assertThat(ImportedDigest.sha256Of(key))
                .isEqualTo(new ImportedDigest(ImportedForm.SHA256, hex));
    }

    /** Computed with Python's hashlib.scrypt. */
    @ParameterizedTest
    @DisplayName("is the scrypt of the key")
    @CsvSource({
        KEY + ", 14c4c8ab584eb47128a150b6585e2927c3b2d6d9aa83b4e85540aa890f50bc4a",
        "naap_ffffffffffffffff_ffffffffffffffffffffffffffffffffffffffffffffffff,"
                + " 90a42ea756a591190de7677997c7b2312251c54a4f97472e707fc04fc698831a"
    })
    void isScrypt(String key, String hex) {
        assertThat(ImportedDigest.naapScryptOf(key))
                .isEqualTo(new ImportedDigest(ImportedForm.NAAP_SCRYPT, hex));
    }

    @Test
    @DisplayName("is one, spelled as hex or as base64url")
    void hasOneSpelling() {
        assertThat(Algorithm.SHA256_HEX.read(SHA256))
                .isPresent()
                .isEqualTo(Algorithm.SHA256_BASE64URL.read(BASE64URL));
        assertThat(Algorithm.SHA256_HEX.read(SHA256).orElseThrow().text())
                .isEqualTo("sha256:" + SHA256);
        assertThat(Algorithm.NAAP_SCRYPT.read(SHA256).orElseThrow().text())
                .isEqualTo("naap-scrypt:" + SHA256);
    }

    @ParameterizedTest
    @DisplayName("in hex is 64 lower-case digits, nothing else")
    @ValueSource(
            strings = {
                "",
                " ",
                "3D1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc4414453",
                "3d1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc441445",
                "3d1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc44144530",
                " 3d1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc441445",
                "3d1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc4414453\n",
                "gd1e33b065b18b49bb9726c6ac34fe6d72117a3709bb83e384161a9cc4414453",
                BASE64URL
            })
    void readsHex(String value) {
        assertThat(Algorithm.SHA256_HEX.read(value)).isEmpty();
        assertThat(Algorithm.NAAP_SCRYPT.read(value)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("in base64url has no padding, no other alphabet and no spare bits")
    @ValueSource(
            strings = {
                "",
                "PR4zsGWxi0m7lybGrDT-bXIRejcJu4PjhBYanMRBRFM=",
                "PR4zsGWxi0m7lybGrDT+bXIRejcJu4PjhBYanMRBRFM",
                "PR4zsGWxi0m7lybGrDT-bXIRejcJu4PjhBYanMRBRFN",
                "PR4zsGWxi0m7lybGrDT-bXIRejcJu4PjhBYanMRBRF",
                "PR4zsGWxi0m7lybGrDT-bXIRejcJu4PjhBYanMRBRF ",
                "PR4zsGWxi0m7lybGrDT-bXIRejcJu4PjhBYanMRBRF=",
                "PR4zsGWxi0m7lybGrDT-bXIRejcJu4PjhBYanMRBRF\u00e9",
                SHA256
            })
    void readsBase64Url(String value) {
        assertThat(Algorithm.SHA256_BASE64URL.read(value)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("has one of three names")
    @ValueSource(strings = {"", "md5", "sha256", "SHA256-HEX", "sha256-base64", "scrypt", "\u0000"})
    void hasKnownName(String name) {
        assertThat(Algorithm.of(name)).isEmpty();
        assertThat(Algorithm.of("sha256-hex")).contains(Algorithm.SHA256_HEX);
        assertThat(Algorithm.of("sha256-base64url")).contains(Algorithm.SHA256_BASE64URL);
        assertThat(Algorithm.of("naap-scrypt")).contains(Algorithm.NAAP_SCRYPT);
    }

    @Test
    @DisplayName("by scrypt is of keys of one form only, since it is costly")
    void knowsTheForm() {
        assertThat(ImportedDigest.isNaapKey(KEY)).isTrue();
        assertThat(ImportedDigest.isNaapKey(KEY + "0")).isFalse();
        assertThat(ImportedDigest.isNaapKey(KEY.substring(1))).isFalse();
        assertThat(ImportedDigest.isNaapKey(KEY.replace('f', 'F'))).isFalse();
        assertThat(ImportedDigest.isNaapKey(KEY + "\n")).isFalse();
    }

    @Test
    @DisplayName("is not in its own description")
    void tellsNothing() {
        assertThat(ImportedDigest.sha256Of(KEY).toString()).isEqualTo("ImportedDigest[SHA256]");
        assertThat(ImportedSecret.of(KEY).toString()).isEqualTo("ImportedSecret");
        assertThat(new ForeignSecret(KEY).toString()).isEqualTo("ForeignSecret");
    }
}
