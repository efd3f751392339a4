package org.keywarden.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An id")
class IdsTest {

    private static final String HEX = "0199d5f2c0de7abc8123456789abcdef";

    @Test
    @DisplayName("is a kind and 32 hex digits, at most 40 characters")
    void hasItsShape() {
        var id = Ids.next("key");

        assertThat(id).matches("key_[0-9a-f]{32}").hasSizeLessThanOrEqualTo(40);
        assertThat(id.charAt(16)).describedAs("the version of RFC 9562").isEqualTo('7');
    }

    @Test
    @DisplayName("sorts after all earlier ones, also within a millisecond")
    void sortsByTime() {
        var ids = Stream.generate(() -> Ids.next("key")).limit(20_000).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("is known by its shape")
    void isKnown() {
        assertThat(Ids.isOf("key", Ids.next("key"))).isTrue();
        assertThat(Ids.isOf("key", "key_" + HEX)).isTrue();
    }

    @ParameterizedTest(name = "[{index}]")
    @DisplayName("is nothing that merely resembles one")
    @MethodSource("hostile")
    void refusesOthers(String text) {
        assertThat(Ids.isOf("key", text)).isFalse();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "k",
                "key",
                "key_",
                "key" + HEX,
                HEX,
                "prj_" + HEX,
                "KEY_" + HEX,
                "key_" + HEX.toUpperCase(java.util.Locale.ROOT),
                "key_" + HEX.substring(1),
                "key_" + HEX + "0",
                "key_" + HEX + "\n",
                " key_" + HEX,
                "key_" + HEX + " ",
                "key_" + HEX.substring(1) + "g",
                "key_" + HEX.substring(1) + "\u0000",
                "key_" + HEX.substring(1) + "\u0660",
                "key_" + HEX.substring(1) + "\uff11",
                "key_key_" + HEX,
                "key_' or '1'='1",
                "key_" + "0".repeat(1_000_000));
    }
}
