package org.keywarden.platform.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.event.DomainEvent.Change;

/** Collects the fields that really changed. */
public final class Changes {

    private final Map<String, Change> changes = new LinkedHashMap<>();

    /** Notes a field, if its value changed; returns this. */
    public Changes note(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(text(before), text(after)));
        }
        return this;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public Map<String, Change> asMap() {
        return new LinkedHashMap<>(changes);
    }

    private static @Nullable Object text(@Nullable Object value) {
        return value == null || value instanceof Boolean ? value : value.toString();
    }
}
