package org.keywarden.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Callers;

@DisplayName("A session")
class SessionTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Session session =
            new Session(Callers.ADA, SessionKind.BEARER, new Origin(null, null), NOON);

    @Test
    @DisplayName("ends once")
    void endsOnce() {
        assertThat(session.end(NOON)).isTrue();
        assertThat(session.end(NOON.plusSeconds(1))).isFalse();
    }

    @Test
    @DisplayName("does not end when it has expired")
    void endsBeforeItsTime() {
        assertThat(session.end(session.expiresAt())).isFalse();
        assertThat(session.end(session.expiresAt().minusMillis(1))).isTrue();
    }

    @Test
    @DisplayName("was last used when it began, at first")
    void isUsedByBeginning() {
        assertThat(session.summary("ses_2").lastUsedAt()).isEqualTo(NOON);
    }

    @Test
    @DisplayName("knows itself among others")
    void knowsItself() {
        assertThat(session.summary(session.id()).current()).isTrue();
        assertThat(session.summary("ses_2").current()).isFalse();
    }
}
