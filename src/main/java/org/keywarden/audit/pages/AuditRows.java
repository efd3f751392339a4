package org.keywarden.audit.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.CurrentCaller;
import org.keywarden.audit.AuditEntry;
import org.keywarden.audit.pages.AuditRow.ChangedField;
import org.keywarden.identity.User;

/** Makes rows of entries: with the names of people, links to things, and changes that can be read. */
@RequestScoped
class AuditRows {

    @Inject People people;
    @Inject CurrentCaller caller;
    @Inject ObjectMapper json;

    List<AuditRow> of(List<AuditEntry> entries) {
        var ids =
                entries.stream()
                        .flatMap(entry -> Stream.of(entry.actorId(), entry.target()))
                        .filter(Objects::nonNull)
                        .toList();
        var known = people.among(ids);
        return entries.stream().map(entry -> row(entry, known)).toList();
    }

    private AuditRow row(AuditEntry entry, Map<String, User> known) {
        return new AuditRow(
                entry,
                ActionNames.message(entry.action()).orElse(null),
                entry.actorId() == null ? null : known.get(entry.actorId()),
                known.get(entry.target()),
                link(entry),
                fields(entry));
    }

    /** Only to what is the reader's own, and is still there. */
    private @Nullable String link(AuditEntry entry) {
        if (!entry.ownerId().equals(caller.get().user().value())) {
            return null;
        }
        if (entry.target().startsWith("key_")) {
            return "key?id=" + entry.target();
        }
        var isProject = entry.target().startsWith("prj_");
        return isProject && !entry.action().endsWith(".deleted") ? "projects" : null;
    }

    private @Nullable List<ChangedField> fields(AuditEntry entry) {
        try {
            return json.readTree(entry.changes()).properties().stream()
                    .map(
                            field ->
                                    new ChangedField(
                                            field.getKey(),
                                            text(field.getValue().path("before")),
                                            text(field.getValue().path("after"))))
                    .toList();
        } catch (JsonProcessingException e) {
            return null; // the other entries of the page are no worse for it
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText(value.toString());
    }
}
