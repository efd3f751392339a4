package org.keywarden.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry on the wire. What it does not have is there as {@code null}.
 *
 * @param changes an object with a member {@code {before, after}} for each field
 */
public record EntryView(
        String id,
        Instant at,
        @Nullable String actorId,
        String action,
        String target,
        @Nullable String address,
        @Nullable String requestId,
        JsonNode changes) {

    /**
     * An entry as it is listed and exported.
     *
     * @throws IllegalStateException if the changes are not what was written: better no answer than
     *     one with a hole
     */
    public static EntryView of(AuditEntry entry, ObjectMapper json) {
        try {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.actorId(),
                    entry.action(),
                    entry.target(),
                    entry.address(),
                    entry.requestId(),
                    json.readTree(entry.changes()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit entry " + entry.id() + " was altered", e);
        }
    }
}
