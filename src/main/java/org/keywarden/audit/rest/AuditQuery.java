package org.keywarden.audit.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.audit.AuditFilter;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Texts;

/** The query parameters that filter the audit trail, as a {@code @BeanParam}. */
public class AuditQuery {

    /** What every database can compare with: the years 1 to 9999. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    @QueryParam("actor")
    @Nullable String actor;

    @QueryParam("action")
    @Nullable String action;

    @QueryParam("target")
    @Nullable String target;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    /**
     * Reads them; a blank one counts as absent.
     *
     * @throws ValidationException if a time is none, or the range ends before it begins
     */
    AuditFilter filter() {
        var first = instant("from", from);
        var end = instant("to", to);
        if (first != null && end != null && first.isAfter(end)) {
            throw new ValidationException(
                    "from", "INVALID_COMBINATION", "must not be later than \"to\"");
        }
        return new AuditFilter(
                Texts.trimmedOrNull(actor),
                Texts.trimmedOrNull(action),
                Texts.trimmedOrNull(target),
                first,
                end);
    }

    private static @Nullable Instant instant(String name, @Nullable String value) {
        var text = Texts.trimmedOrNull(value);
        if (text == null) {
            return null;
        }
        try {
            var instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new ValidationException(
                name, "WRONG_TYPE", "must be an ISO-8601 instant, such as 2026-01-31T12:00:00Z");
    }
}
