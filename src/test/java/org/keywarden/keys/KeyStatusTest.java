package org.keywarden.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.keys.KeyStatus.ACTIVE;
import static org.keywarden.keys.KeyStatus.DISABLED;
import static org.keywarden.keys.KeyStatus.EXPIRED;
import static org.keywarden.keys.KeyStatus.REVOKED;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The status of a key")
class KeyStatusTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    @DisplayName("is active while nothing has happened to it")
    void isActive() {
        assertThat(KeyStatus.of(null, null, null, NOON)).isEqualTo(ACTIVE);
    }

    @Test
    @DisplayName("is active to the last nanosecond and expired at the very moment")
    void expiresAtTheMoment() {
        assertThat(KeyStatus.of(null, null, NOON, NOON.minusNanos(1))).isEqualTo(ACTIVE);
        assertThat(KeyStatus.of(null, null, NOON, NOON)).isEqualTo(EXPIRED);
        assertThat(KeyStatus.of(null, null, NOON, NOON.plusNanos(1))).isEqualTo(EXPIRED);
    }

    @Test
    @DisplayName("is the weightiest of what applies")
    void hasAnOrder() {
        assertThat(KeyStatus.of(NOON, NOON, NOON, NOON)).isEqualTo(REVOKED);
        assertThat(KeyStatus.of(NOON, null, null, NOON)).isEqualTo(REVOKED);
        assertThat(KeyStatus.of(null, NOON, NOON, NOON)).isEqualTo(DISABLED);
        assertThat(KeyStatus.of(null, NOON, null, NOON)).isEqualTo(DISABLED);
    }

    @Test
    @DisplayName("does not depend on when it was revoked or disabled, so no clock can undo that")
    void ignoresClocks() {
        var later = NOON.plusSeconds(3600);

        assertThat(KeyStatus.of(later, null, null, NOON)).isEqualTo(REVOKED);
        assertThat(KeyStatus.of(null, later, null, NOON)).isEqualTo(DISABLED);
    }
}
