package org.keywarden.platform.message;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.util.TimeZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/** Says times in the {@link Languages}. */
@ApplicationScoped
public class TimeTexts {

    private static final Duration JUST_NOW = Duration.ofSeconds(5);

    /** Not GMT, which some languages write as an offset of zero. */
    private static final TimeZone UTC = TimeZone.getFrozenTimeZone("Etc/UTC");

    private static final String MINUTE = "yMMMMdHHmmz";
    private static final String DAY = "yMMMd";
    private static final String DAY_OF_YEAR = "MMMd";
    private static final String HOUR_OF_DAY = "HHmm";

    @Inject Messages messages;

    /**
     * How far a time is from now, in its largest unit, rounded: {@code in 6 days}, {@code 3 hours ago};
     * {@code just now} until five seconds later.
     */
    public String relative(Locale locale, Instant time, Instant now) {
        var past = Duration.between(time, now);
        if (!past.isNegative() && past.compareTo(JUST_NOW) < 0) {
            return messages.text(locale, "times.justNow");
        }
        var distance = Distance.of(past.abs());
        var count = (double) distance.count();
        return RelativeDateTimeFormatter.getInstance(formats(locale))
                .formatNumeric(past.isNegative() ? count : -count, distance.unit());
    }

    /** Date and time to the minute, in UTC: {@code 22 November 2026 at 14:03 UTC}. */
    public String exact(Locale locale, Instant time) {
        return in(locale, MINUTE, time);
    }

    /** The date in UTC, with the month abbreviated: {@code 22 Nov 2026}. */
    public String day(Locale locale, Instant time) {
        return in(locale, DAY, time);
    }

    /** The date in UTC without its year: {@code 22 Nov}. */
    public String dayOfYear(Locale locale, Instant time) {
        return in(locale, DAY_OF_YEAR, time);
    }

    /** Date and time in UTC without the year: {@code 22 Nov, 14:00}. */
    public String hour(Locale locale, Instant time) {
        return in(locale, DAY_OF_YEAR + HOUR_OF_DAY, time);
    }

    /** The time of day in UTC: {@code 14:00}. */
    public String hourOfDay(Locale locale, Instant time) {
        return in(locale, HOUR_OF_DAY, time);
    }

    private static String in(Locale locale, String fields, Instant time) {
        var format = DateFormat.getInstanceForSkeleton(fields, formats(locale));
        format.setTimeZone(UTC);
        return format.format(Date.from(time));
    }

    private static Locale formats(Locale locale) {
        return Languages.formats(Languages.closest(locale));
    }
}
