package org.keywarden.audit.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.audit.AuditFilter;
import org.keywarden.platform.faces.Parameters;
import org.keywarden.platform.text.Texts;

/**
 * What somebody looks for, as the address of the page says it; empty text stands for everything.
 *
 * @param actor an id or an e-mail address
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 */
public record AuditQuestion(
        String actor,
        String action,
        String target,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static AuditQuestion of(Parameters parameters) {
        return new AuditQuestion(
                parameters.text("actor"),
                parameters.text("action"),
                parameters.text("target"),
                parameters.day("from"),
                parameters.day("to"));
    }

    /** Whether it asks for everything. */
    public boolean isOpen() {
        return Stream.of(actor, action, target).allMatch(String::isEmpty)
                && Stream.of(from, to).allMatch(Objects::isNull);
    }

    /** The same question to the trail itself, which knows people by their ids. */
    AuditFilter filter(String actorId) {
        return new AuditFilter(
                Texts.trimmedOrNull(actorId),
                Texts.trimmedOrNull(action),
                Texts.trimmedOrNull(target),
                from == null ? null : start(from),
                to == null ? null : start(to.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
