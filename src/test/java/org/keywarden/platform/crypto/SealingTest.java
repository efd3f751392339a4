package org.keywarden.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Sealing")
class SealingTest {

    private static final String PLACE = "provider/prv_1/client-secret";
    private static final String NEW = "n".repeat(32);
    private static final String OLD = "o".repeat(32);
    private static final String TEXT = "hush-hush";

    private final Sealing sealing = with(NEW);

    @Nested
    @DisplayName("gives back")
    class RoundTrip {

        @ParameterizedTest
        @DisplayName("every text")
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "a",
                    "ab",
                    "abc",
                    "abcd",
                    "a.b.c",
                    "a\u0000b\n",
                    "\u00e4\u00f6\u00fc \u4e2d\u6587 \ud83d\udd11"
                })
        void givesBackText(String text) {
            assertThat(sealing.open(PLACE, sealing.seal(PLACE, text))).isEqualTo(text);
        }

        @Test
        @DisplayName("a text of a mebibyte")
        void givesBackLongText() {
            var text = "\u00e9".repeat(1 << 19);

            assertThat(sealing.open(PLACE, sealing.seal(PLACE, text))).isEqualTo(text);
        }

        @Test
        @DisplayName("a text that was sealed for a place with an odd name")
        void takesEveryPlace() {
            var place = "\ud83d\udd11/../\u0000";

            assertThat(sealing.open(place, sealing.seal(place, TEXT))).isEqualTo(TEXT);
        }
    }

    @Test
    @DisplayName("looks different each time, and as it is documented")
    void isFresh() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            seen.add(sealing.seal(PLACE, TEXT));
        }

        assertThat(seen)
                .hasSize(1000)
                .allSatisfy(one -> assertThat(one).matches("v1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]+"));
        assertThat(seen.stream().map(one -> one.substring(12, 28)).distinct())
                .describedAs("nonces of 96 bits")
                .hasSize(1000);
    }

    @Nested
    @DisplayName("refuses")
    class Refusals {

        @ParameterizedTest
        @DisplayName("to open in another place")
        @ValueSource(
                strings = {
                    "",
                    "provider/prv_2/client-secret",
                    "provider/prv_1/client-secret ",
                    "provider/prv_1/client-secre"
                })
        void refusesOtherPlace(String place) {
            assertRefused(sealing, place, sealing.seal(PLACE, TEXT));
        }

        @ParameterizedTest
        @DisplayName("a text of which any single character is another, the last included")
        @ValueSource(strings = {"", "a", "ab", "abc"})
        void refusesEveryChange(String text) {
            var sealed = sealing.seal(PLACE, text);

            for (int i = 0; i < sealed.length(); i++) {
                for (char other : "AB-_z019=.".toCharArray()) {
                    if (sealed.charAt(i) != other) {
                        assertRefused(
                                sealing,
                                PLACE,
                                sealed.substring(0, i) + other + sealed.substring(i + 1));
                    }
                }
            }
        }

        @Test
        @DisplayName("a text that was cut off anywhere, or went on")
        void refusesOtherLength() {
            var sealed = sealing.seal(PLACE, TEXT);

            for (int i = 0; i < sealed.length(); i++) {
                assertRefused(sealing, PLACE, sealed.substring(0, i));
            }
            for (var more : new String[] {"A", "AAAA", "=", "==", "\n", " ", ".", ".A"}) {
                assertRefused(sealing, PLACE, sealed + more);
            }
        }

        @ParameterizedTest
        @DisplayName("what was never sealed")
        @ValueSource(
                strings = {
                    "",
                    ".",
                    "..",
                    "...",
                    "v1..",
                    "v1.00000000.",
                    "v2.00000000.AAAA",
                    "hush",
                    "v1.00000000.\u00e4",
                    "\u0000"
                })
        void refusesGarbage(String garbage) {
            assertRefused(sealing, PLACE, garbage);
        }

        @ParameterizedTest
        @DisplayName("what has our key's id, and nothing behind it that we wrote")
        @ValueSource(strings = {"", "A", "AAAA", "AAAAAAAAAAAAAAAA", "+/+/", "\u00e4", "===="})
        void refusesForeignContent(String content) {
            var id = sealing.seal(PLACE, TEXT).substring(0, 12);

            assertRefused(sealing, PLACE, id + content);
        }

        @Test
        @DisplayName("what was sealed with another secret, be its key's id ours")
        void refusesOtherSecret() {
            var foreign = with(OLD).seal(PLACE, TEXT);
            var disguised = sealing.seal(PLACE, TEXT).substring(0, 12) + foreign.substring(12);

            assertRefused(sealing, PLACE, foreign);
            assertRefused(sealing, PLACE, disguised);
        }

        @Test
        @DisplayName("without a word of the text or the place")
        void tellsNothing() {
            var sealed = sealing.seal(PLACE, TEXT);

            var refusal =
                    catchThrowableOfType(
                            SealBrokenException.class, () -> sealing.open("elsewhere", sealed));

            assertThat(refusal).hasNoCause();
            assertThat(refusal.toString())
                    .doesNotContain(TEXT, PLACE, "elsewhere", sealed, sealed.substring(12));
        }
    }

    @Nested
    @DisplayName("with a retired secret")
    class Rotation {

        @Test
        @DisplayName("opens what that one sealed")
        void opensOldSeals() {
            assertThat(with(NEW, OLD).open(PLACE, with(OLD).seal(PLACE, TEXT))).isEqualTo(TEXT);
        }

        @Test
        @DisplayName("seals with the newest alone")
        void sealsWithNewest() {
            var sealed = with(NEW, OLD).seal(PLACE, TEXT);

            assertThat(with(NEW).open(PLACE, sealed)).isEqualTo(TEXT);
            assertRefused(with(OLD), PLACE, sealed);
        }

        @Test
        @DisplayName("still seals with the newest if that one is retired, too")
        void staysNewest() {
            var sealed = with(NEW, OLD, NEW).seal(PLACE, TEXT);

            assertThat(with(NEW).open(PLACE, sealed)).isEqualTo(TEXT);
        }
    }

    @Test
    @DisplayName("tells neither key nor text when it is written to a log")
    void tellsNothing() {
        assertThat(sealing.toString()).doesNotContain(NEW, TEXT);
    }

    private static void assertRefused(Sealing sealing, String place, String sealed) {
        var refusal =
                catchThrowableOfType(SealBrokenException.class, () -> sealing.open(place, sealed));

        assertThat(refusal).describedAs("a refusal of %s", sealed).isNotNull();
    }

    private static Sealing with(String newest, String... retired) {
        var sealing = new Sealing();
        sealing.secret = MasterSecrets.of(newest, retired);
        sealing.random = new SecureRandoms();
        sealing.derive();
        return sealing;
    }
}
