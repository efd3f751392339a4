package org.keywarden.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Callers;

@DisplayName("A session")
class SessionTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    @DisplayName("ends once")
    void endsOnce() {
        var session = new Session("ses_1", Callers.ADA, NOON, NOON.plusSeconds(60));

        assertThat(session.end(NOON)).isTrue();
        assertThat(session.end(NOON.plusSeconds(1))).isFalse();
    }
}
