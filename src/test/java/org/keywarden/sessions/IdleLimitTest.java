package org.keywarden.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.config.Configuration;

@DisplayName("The idle limit")
class IdleLimitTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    @DisplayName("is what was configured")
    void isConfigured() {
        assertThat(limit("PT2H").duration()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    @DisplayName("lets uses count that were not noted, a minute long")
    void throwsNobodyOutEarly() {
        assertThat(limit("PT10M").horizon(NOON)).isEqualTo(NOON.minusSeconds(11 * 60));
    }

    private static IdleLimit limit(String duration) {
        var properties = Map.of("keywarden.sessions.idle", duration);
        var limit = new IdleLimit();
        limit.configuration = Configuration.read(name -> Optional.ofNullable(properties.get(name)));
        return limit;
    }
}
