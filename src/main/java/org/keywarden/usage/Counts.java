package org.keywarden.usage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.keywarden.verification.Code;

/**
 * How often which outcome was.
 *
 * @param byCode those that were, at least once
 * @param unexplained denials without an outcome, as they were counted once
 */
record Counts(Map<Code, Long> byCode, long unexplained) {

    /** The outcomes of denials that have a column each, named in lower case. */
    static final List<Code> DENIALS =
            List.of(
                    Code.REVOKED,
                    Code.DISABLED,
                    Code.EXPIRED,
                    Code.OWNER_SUSPENDED,
                    Code.INSUFFICIENT_SCOPE);

    static final Counts NONE = new Counts(Map.of(), 0);

    Counts {
        var copy = new EnumMap<Code, Long>(Code.class);
        copy.putAll(byCode);
        copy.values().removeIf(count -> count == 0);
        byCode = Collections.unmodifiableMap(copy);
    }

    static Counts one(Code code) {
        return new Counts(Map.of(code, 1L), 0);
    }

    Counts plus(Counts other) {
        var sum = new EnumMap<Code, Long>(Code.class);
        sum.putAll(byCode);
        other.byCode.forEach((code, count) -> sum.merge(code, count, Long::sum));
        return new Counts(sum, unexplained + other.unexplained);
    }

    long of(Code code) {
        return byCode.getOrDefault(code, 0L);
    }

    long total() {
        return byCode.values().stream().mapToLong(Long::longValue).sum() + unexplained;
    }

    long denied() {
        return total() - of(Code.VALID);
    }
}
