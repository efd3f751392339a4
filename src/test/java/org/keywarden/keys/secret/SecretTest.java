package org.keywarden.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A native key")
class SecretTest {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final String KEY =
            "kw_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRpe";

    @Nested
    @DisplayName("is put together")
    class Format {

        /** Computed with Python's zlib.crc32 and int.from_bytes. */
        @ParameterizedTest(name = "{3}")
        @DisplayName("from brand, lookup id, secret and checksum")
        @CsvSource({
            "kw, 0000000000000000, 0000000000000000000000000000000000000000000000000000000000000000,"
                    + " kw_0000000000000000_00000000000000000000000000000000000000000003CWNng",
            "kw, ffffffffffffffff, ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,"
                    + " kw_ffffffffffffffff_yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp12OsVcp",
            "kw, 0123456789abcdef, 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f,"
                    + " kw_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRpe",
            "acme2026prod, fedcba9876543210, fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0efeeedecebeae9e8e7e6e5e4e3e2e1e0,"
                    + " acme2026prod_fedcba9876543210_yhgIGB9quGfHP8Y83EcC2im5kZukTeYkpb69aekqK3M1PlXhw",
            "kw, 0000000000000144, 0000000000000000000000000000000000000000000000000000000000000000,"
                    + " kw_0000000000000144_000000000000000000000000000000000000000000000Gsvv"
        })
        void matchesTheVectors(String brand, String lookup, String secret, String key) {
            var made = Secret.of(brand, hex(lookup), hex(secret));

            assertThat(made.text()).isEqualTo(key);
            assertThat(Secret.isWellFormed(key)).isTrue();
        }

        @RepeatedTest(200)
        @DisplayName("so that any random bytes make a well-formed key")
        void isAlwaysWellFormed() {
            var random = new Random();
            var lookup = bytes(random, Secret.LOOKUP_BYTES);
            var bytes = bytes(random, Secret.SECRET_BYTES);

            var text = Secret.of("kw", lookup, bytes).text();

            assertThat(text).matches("kw_[0-9a-f]{16}_[0-9A-Za-z]{49}");
            assertThat(text.substring(3, 19)).isEqualTo(HexFormat.of().formatHex(lookup));
            assertThat(text.substring(63)).isEqualTo(checksum(text.substring(0, 63)));
            assertThat(Secret.isWellFormed(text)).isTrue();
        }

        @Test
        @DisplayName("and shown without its secret")
        void isShownWithoutSecret() {
            var secret = new Secret(KEY);

            assertThat(secret.shownPrefix()).isEqualTo("kw_0123456789abcdef...");
            assertThat(secret.toString()).doesNotContain("003aUl", "1sSRpe");
        }
    }

    @Nested
    @DisplayName("is told from a typo")
    class Typos {

        @Test
        @DisplayName("of any one character, in any place")
        void detectsSubstitution() {
            for (int place = 0; place < KEY.length(); place++) {
                for (var digit : (DIGITS + "_-. ").toCharArray()) {
                    if (digit != KEY.charAt(place)) {
                        var typo = KEY.substring(0, place) + digit + KEY.substring(place + 1);

                        assertThat(Secret.isWellFormed(typo)).describedAs(typo).isFalse();
                    }
                }
            }
        }

        @Test
        @DisplayName("of one character too few or too many")
        void detectsLength() {
            for (int place = 0; place < KEY.length(); place++) {
                assertThat(Secret.isWellFormed(KEY.substring(0, place) + KEY.substring(place + 1)))
                        .isFalse();
                assertThat(
                                Secret.isWellFormed(
                                        KEY.substring(0, place) + "0" + KEY.substring(place)))
                        .isFalse();
            }
        }

        @Test
        @DisplayName("of two neighbours that changed places")
        void detectsTransposition() {
            for (int place = 0; place + 1 < KEY.length(); place++) {
                var swapped = new StringBuilder(KEY);
                swapped.setCharAt(place, KEY.charAt(place + 1));
                swapped.setCharAt(place + 1, KEY.charAt(place));

                assertThat(Secret.isWellFormed(swapped.toString()))
                        .isEqualTo(swapped.toString().equals(KEY));
            }
        }

        @ParameterizedTest(name = "[{index}]")
        @DisplayName("and from everything else")
        @ValueSource(
                strings = {
                    "",
                    "kw",
                    "kw__",
                    " " + KEY,
                    KEY + " ",
                    KEY + "\n",
                    KEY + "\u0000",
                    "Bearer " + KEY,
                    "KW" + "_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRpe",
                    "eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
                    "kw_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRp\u0435"
                })
        void detectsTheRest(String text) {
            assertThat(Secret.isWellFormed(text)).isFalse();
        }

        @Test
        @DisplayName("however long it is")
        void detectsHugeText() {
            assertThat(Secret.isWellFormed("k".repeat(1_000_000))).isFalse();
            assertThat(Secret.isWellFormed(KEY.repeat(10_000))).isFalse();
        }
    }

    /** CRC-32 bit by bit, as the polynomial has it: nothing that the code uses. */
    private static String checksum(String body) {
        int crc = -1;
        for (byte b : body.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xedb88320;
            }
        }
        long rest = Integer.toUnsignedLong(~crc);
        var text = new StringBuilder();
        for (int digit = 0; digit < 6; digit++) {
            text.insert(0, DIGITS.charAt((int) (rest % 62)));
            rest /= 62;
        }
        return text.toString();
    }

    private static byte[] bytes(Random random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
