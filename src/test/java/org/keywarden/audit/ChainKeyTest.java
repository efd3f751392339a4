package org.keywarden.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.audit.Chains.KEYS;
import static org.keywarden.audit.Chains.SECRET;
import static org.keywarden.audit.Chains.anEntry;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.MasterSecrets;

@DisplayName("The hash of an audit entry")
class ChainKeyTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123Z");

    @Test
    @DisplayName("is the same for the same entry in the same place, here and in every version")
    void isStable() {
        assertThat(hash(anEntry("aud_1")))
                .isEqualTo(hash(anEntry("aud_1")))
                .isEqualTo("38544fcda3b3162dae4620fe55b6a9301be19a371c23a0cda95232bccb25d8e6");
    }

    @Test
    @DisplayName("changes with every field")
    void coversEveryField() {
        var hashes =
                Stream.of(
                                entry("i", AT, "u", "a", "t", "o", "d", "r", "c"),
                                entry("X", AT, "u", "a", "t", "o", "d", "r", "c"),
                                entry("i", AT.plusMillis(1), "u", "a", "t", "o", "d", "r", "c"),
                                entry("i", AT, "X", "a", "t", "o", "d", "r", "c"),
                                entry("i", AT, "u", "X", "t", "o", "d", "r", "c"),
                                entry("i", AT, "u", "a", "X", "o", "d", "r", "c"),
                                entry("i", AT, "u", "a", "t", "X", "d", "r", "c"),
                                entry("i", AT, "u", "a", "t", "o", "X", "r", "c"),
                                entry("i", AT, "u", "a", "t", "o", "d", "X", "c"),
                                entry("i", AT, "u", "a", "t", "o", "d", "r", "X"))
                        .map(ChainKeyTest::hash);

        assertThat(hashes).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("changes when a character moves to the next field")
    void knowsWhereFieldsEnd() {
        var hashes =
                Stream.of(
                                entry("ab", AT, "cd", "ef", "gh", "ij", "kl", "mn", "op"),
                                entry("a", AT, "bcd", "ef", "gh", "ij", "kl", "mn", "op"),
                                entry("ab", AT, "c", "def", "gh", "ij", "kl", "mn", "op"),
                                entry("ab", AT, "cd", "e", "fgh", "ij", "kl", "mn", "op"),
                                entry("ab", AT, "cd", "ef", "g", "hij", "kl", "mn", "op"),
                                entry("ab", AT, "cd", "ef", "gh", "i", "jkl", "mn", "op"),
                                entry("ab", AT, "cd", "ef", "gh", "ij", "k", "lmn", "op"),
                                entry("ab", AT, "cd", "ef", "gh", "ij", "kl", "m", "nop"))
                        .map(ChainKeyTest::hash);

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("tells an absent value from empty text")
    void knowsNull() {
        var hashes =
                Stream.of(
                                entry("i", AT, null, "a", "t", "o", "", "", "c"),
                                entry("i", AT, "", "a", "t", "o", null, "", "c"),
                                entry("i", AT, "", "a", "t", "o", "", null, "c"),
                                entry("i", AT, "", "a", "t", "o", "", "", "c"))
                        .map(ChainKeyTest::hash);

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("changes with its place, with what is before it, and with the secret")
    void dependsOnTheChain() {
        var entry = anEntry("aud_1");
        var other = ChainKey.of(MasterSecrets.of("another secret, of more than 32 characters"));

        assertThat(
                        List.of(
                                hash(entry),
                                KEYS.get(0).chain(new Mark(1, Mark.START.hash()), entry).hash(),
                                KEYS.get(0).chain(new Mark(0, "1".repeat(64)), entry).hash(),
                                other.get(0).chain(Mark.START, entry).hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("counts milliseconds, as the database does")
    void ignoresNanoseconds() {
        assertThat(hash(entry("i", AT.plusNanos(999_999), "u", "a", "t", "o", "d", "r", "c")))
                .isEqualTo(hash(entry("i", AT, "u", "a", "t", "o", "d", "r", "c")));
    }

    @Test
    @DisplayName("comes with the id of its key, which a retired secret keeps")
    void namesItsKey() {
        var rotated =
                ChainKey.of(MasterSecrets.of("a newer secret, of more than 32 characters", SECRET));

        assertThat(rotated.get(1).id()).isEqualTo(KEYS.get(0).id()).matches("[0-9a-f]{16}");
        assertThat(rotated.get(0).id()).isNotEqualTo(rotated.get(1).id());
        assertThat(KEYS.get(0).chain(Mark.START, anEntry("aud_1")).keyId())
                .isEqualTo(KEYS.get(0).id());
    }

    private static String hash(AuditEntry entry) {
        return KEYS.get(0).chain(Mark.START, entry).hash();
    }

    private static AuditEntry entry(
            String id,
            Instant at,
            @Nullable String actor,
            String action,
            String target,
            String owner,
            @Nullable String address,
            @Nullable String request,
            String changes) {
        return new AuditEntry(id, at, actor, action, target, owner, address, request, changes);
    }
}
