package org.keywarden.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;

/**
 * A part of a statement, and the values for it.
 *
 * @param sql with a mark for each value; empty for no condition, else it begins with {@code where}
 * @param values in the order of their marks
 */
record Condition(String sql, List<Object> values) {

    private static final Condition NONE = new Condition("", List.of());

    /** What the reader may see, and wants to. */
    static Condition of(Caller reader, AuditFilter filter) {
        var user = reader.user().value();
        var visible =
                reader.isAdministrator()
                        ? NONE
                        : NONE.and("(actor_id = ? or owner_id = ?)", user, user);
        return visible.andEqual("actor_id", filter.actor())
                .andEqual("action", filter.action())
                .andEqual("target", filter.target())
                .andTime("at >= ?", filter.from())
                .andTime("at < ?", filter.to());
    }

    /** The first of both is what an index is entered by. */
    Condition olderThan(@Nullable AuditEntry entry) {
        if (entry == null) {
            return this;
        }
        var at = utc(entry.at());
        return and("at <= ?", at).and("(at < ? or id < ?)", at, entry.id());
    }

    private Condition andEqual(String column, @Nullable String value) {
        return value == null ? this : and(column + " = ?", value);
    }

    /** The database has milliseconds: what lies between two of them is before the later one. */
    private Condition andTime(String comparison, @Nullable Instant bound) {
        if (bound == null) {
            return this;
        }
        var down = bound.truncatedTo(ChronoUnit.MILLIS);
        return and(comparison, utc(down.equals(bound) ? down : down.plusMillis(1)));
    }

    private Condition and(String term, Object... more) {
        var all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return new Condition(sql + (sql.isEmpty() ? "where " : " and ") + term, List.copyOf(all));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
