package org.keywarden.audit.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.audit.AuditEntry;
import org.keywarden.identity.User;

/**
 * An entry as the page shows it.
 *
 * @param message what the action is, or {@code null} if only its code is known
 * @param actor who did it, or {@code null} for the system and for whom the reader may not know
 * @param account to whom it was done, if to somebody whom the reader may know
 * @param link below {@code /console}, to what it was done to, if the reader can look at that
 * @param fields what changed, or {@code null} if the record of it was altered
 */
public record AuditRow(
        AuditEntry entry,
        @Nullable String message,
        @Nullable User actor,
        @Nullable User account,
        @Nullable String link,
        @Nullable List<ChangedField> fields) {

    /**
     * A field that changed. The values come from all kinds of people and are text, never HTML.
     *
     * @param before or {@code null} for nothing
     * @param after or {@code null} for nothing
     */
    public record ChangedField(String name, @Nullable String before, @Nullable String after) {}
}
