package org.keywarden.keys.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.audit.AuditEntry;

/**
 * What was done to a key, once.
 *
 * @param entry of the audit trail
 * @param changes what is different since then
 */
public record KeyHistoryEntry(AuditEntry entry, List<Change> changes) {

    public KeyHistoryEntry {
        changes = List.copyOf(changes);
    }

    /**
     * A field with its values.
     *
     * @param before or {@code null} if there was none
     * @param after or {@code null} if there is none any more
     */
    public record Change(String field, @Nullable String before, @Nullable String after) {}

    static KeyHistoryEntry of(AuditEntry entry, ObjectMapper json) {
        var changes = new ArrayList<Change>();
        read(entry.changes(), json)
                .properties()
                .forEach(
                        field ->
                                changes.add(
                                        new Change(
                                                field.getKey(),
                                                text(field.getValue().path("before")),
                                                text(field.getValue().path("after")))));
        return new KeyHistoryEntry(entry, changes);
    }

    /** Nothing, if somebody has altered the trail: its own page tells that. */
    private static JsonNode read(String text, ObjectMapper json) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }
}
