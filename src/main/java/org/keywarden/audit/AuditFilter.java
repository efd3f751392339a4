package org.keywarden.audit;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.text.Texts;

/**
 * Which entries to read; what is {@code null} does not matter.
 *
 * @param actor the id of the user who did it
 * @param action such as {@code key.revoked}
 * @param target the id of what it was done to
 * @param from the first instant
 * @param to the first instant that is too late
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** The longest of the columns. */
    private static final int MAX_LENGTH = 64;

    /** Whether an entry can be as wanted: none has text that the database could not even hold. */
    boolean canMatch() {
        return Stream.of(actor, action, target)
                .allMatch(
                        text ->
                                text == null
                                        || (text.length() <= MAX_LENGTH && Texts.isPlain(text)));
    }
}
