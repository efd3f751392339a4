package org.keywarden.platform.message;

import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import java.time.Duration;
import java.util.Arrays;

/** A length of time in its largest fitting unit, rounded. */
record Distance(long count, RelativeDateTimeUnit unit) {

    static Distance of(Duration length) {
        var seconds = Math.max(1, length.toMillis() / 1000.0);
        return Arrays.stream(Unit.values())
                .map(unit -> new Counted(unit, Math.round(seconds / unit.seconds)))
                .filter(counted -> counted.count < counted.unit.end)
                .findFirst()
                .map(counted -> new Distance(counted.count, counted.unit.unit))
                .orElseThrow();
    }

    private record Counted(Unit unit, long count) {}

    /** Each is used until the next says it as well. There are no weeks: days say more. */
    private enum Unit {
        SECONDS(1, 60, RelativeDateTimeUnit.SECOND),
        MINUTES(60, 60, RelativeDateTimeUnit.MINUTE),
        HOURS(3_600, 24, RelativeDateTimeUnit.HOUR),
        DAYS(86_400, 60, RelativeDateTimeUnit.DAY),
        MONTHS(2_629_746, 12, RelativeDateTimeUnit.MONTH),
        YEARS(31_556_952, Long.MAX_VALUE, RelativeDateTimeUnit.YEAR);

        /** A year of the Gregorian calendar, on average; a month is a twelfth of it. */
        private final long seconds;

        private final long end;
        private final RelativeDateTimeUnit unit;

        Unit(long seconds, long end, RelativeDateTimeUnit unit) {
            this.seconds = seconds;
            this.end = end;
            this.unit = unit;
        }
    }
}
