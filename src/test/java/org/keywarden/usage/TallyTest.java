package org.keywarden.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.keys.KeyId;

@DisplayName("A tally of uses")
class TallyTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    @DisplayName("adds up what was granted and what was denied")
    void addsUp() {
        assertThat(tally(1, 2, null).plus(tally(30, 40, null))).isEqualTo(tally(31, 42, null));
    }

    @Test
    @DisplayName("keeps the later of the last uses, whichever comes first")
    void keepsTheLater() {
        var early = tally(1, 0, NOON);
        var late = tally(1, 0, NOON.plusSeconds(1));
        var never = tally(0, 1, null);

        assertThat(early.plus(late).lastGrantedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(late.plus(early).lastGrantedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(early.plus(never).lastGrantedAt()).isEqualTo(NOON);
        assertThat(never.plus(early).lastGrantedAt()).isEqualTo(NOON);
        assertThat(never.plus(never).lastGrantedAt()).isNull();
    }

    private static Tally tally(long granted, long denied, @Nullable Instant lastGrantedAt) {
        return new Tally(new KeyId("key_1"), NOON, granted, denied, lastGrantedAt);
    }
}
