package org.keywarden.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.event.DomainEvent.Change;

@DisplayName("Noted changes")
class ChangesTest {

    @Test
    @DisplayName("leave out what stayed the same")
    void leaveOutTheUnchanged() {
        var changes = new Changes().note("label", "same", "same").note("expiresAt", null, null);

        assertThat(changes.isEmpty()).isTrue();
        assertThat(changes.asMap()).isEmpty();
    }

    @Test
    @DisplayName("keep the values before and after, in the order in which they were noted")
    void keepTheirOrder() {
        var changes =
                new Changes().note("z", null, "new").note("a", "old", null).note("m", "1", "2");

        assertThat(changes.isEmpty()).isFalse();
        assertThat(changes.asMap())
                .containsExactly(
                        entry("z", new Change(null, "new")),
                        entry("a", new Change("old", null)),
                        entry("m", new Change("1", "2")));
    }

    @Test
    @DisplayName("are text, or true and false")
    void areTextOrBoolean() {
        var changes =
                new Changes()
                        .note("flag", false, true)
                        .note("at", null, Instant.EPOCH)
                        .note("count", 1L, 2L);

        assertThat(changes.asMap())
                .containsExactly(
                        entry("flag", new Change(false, true)),
                        entry("at", new Change(null, "1970-01-01T00:00:00Z")),
                        entry("count", new Change("1", "2")));
    }

    @Test
    @DisplayName("are handed out as they are now")
    void areCopied() {
        var changes = new Changes().note("a", 1, 2);
        var handedOut = changes.asMap();

        changes.note("b", 1, 2);

        assertThat(handedOut).containsOnlyKeys("a");
    }
}
