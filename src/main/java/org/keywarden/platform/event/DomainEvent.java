package org.keywarden.platform.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed, told within the transaction that changed it. Modules fire records in the
 * past tense; the audit trail observes them all.
 */
public interface DomainEvent {

    /** What was done, as {@code noun.verb}, such as {@code key.revoked}. */
    String action();

    /** The id of what it was done to. */
    String target();

    /** The user whose thing that is. */
    String ownerId();

    /** The user who did it, or {@code null} if the system did. */
    @Nullable String actorId();

    /** The fields that changed, never with a secret among the values. */
    default Map<String, Change> changes() {
        return Map.of();
    }

    /**
     * A field's value before and after.
     *
     * @param before {@code null} if there was none
     * @param after {@code null} if there is none now
     */
    record Change(@Nullable Object before, @Nullable Object after) {}
}
