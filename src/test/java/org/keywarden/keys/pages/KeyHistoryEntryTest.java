package org.keywarden.keys.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.audit.AuditEntry;
import org.keywarden.keys.pages.KeyHistoryEntry.Change;

@DisplayName("An entry of a key's history")
class KeyHistoryEntryTest {

    @Test
    @DisplayName("has each field with what it was and what it is")
    void hasChanges() {
        var entry =
                entry(
                        """
                        {"label":{"before":null,"after":"a"},"disabled":{"before":false,"after":true},
                         "expiresAt":{"before":"2026","after":null}}
                        """);

        assertThat(entry.changes())
                .containsExactly(
                        new Change("label", null, "a"),
                        new Change("disabled", "false", "true"),
                        new Change("expiresAt", "2026", null));
    }

    @Test
    @DisplayName("may have no change")
    void mayHaveNone() {
        assertThat(entry("{}").changes()).isEmpty();
    }

    @Test
    @DisplayName("has none where somebody has altered the trail")
    void survivesAlterations() {
        assertThat(entry("{").changes()).isEmpty();
        assertThat(entry("[1]").changes()).isEmpty();
    }

    private static KeyHistoryEntry entry(String changes) {
        var entry =
                new AuditEntry(
                        "aud_1",
                        Instant.EPOCH,
                        null,
                        "key.updated",
                        "key_1",
                        "usr_1",
                        null,
                        null,
                        changes);
        return KeyHistoryEntry.of(entry, new ObjectMapper());
    }
}
