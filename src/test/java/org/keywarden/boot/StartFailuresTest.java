package org.keywarden.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What kept the server from starting")
class StartFailuresTest {

    private final StartFailures failures = new StartFailures();

    @Test
    @DisplayName("is told by its root causes, each once, in their order")
    void tellsRootsOnce() {
        publish(Level.SEVERE, new IllegalStateException("outer", new RuntimeException("first")));
        publish(Level.SEVERE, new RuntimeException("second"));
        publish(Level.SEVERE, new IllegalArgumentException("other", new Error("first")));

        assertThat(failures.reasons()).containsExactly("first", "second");
    }

    @Test
    @DisplayName("has the name of its type when it has no message")
    void namesTheType() {
        publish(Level.SEVERE, new StackOverflowError());

        assertThat(failures.reasons()).containsExactly("StackOverflowError");
    }

    @Test
    @DisplayName("is no warning, and no line without an exception")
    void ignoresTheRest() {
        publish(Level.WARNING, new RuntimeException("warned"));
        publish(Level.SEVERE, null);

        assertThat(failures.reasons()).isEmpty();
    }

    @Test
    @DisplayName("is known even when the server counts the application as deployed")
    void knowsWhatDoesNotRun() {
        publish(Level.SEVERE, new RuntimeException("a servlet of no importance"));
        assertThat(failures.isLoaded()).isTrue();

        failures.publish(new LogRecord(Level.SEVERE, "Exception while loading the app"));
        assertThat(failures.isLoaded()).isFalse();
    }

    private void publish(Level level, @Nullable Throwable thrown) {
        var line = new LogRecord(level, "message");
        line.setThrown(thrown);
        failures.publish(line);
    }
}
