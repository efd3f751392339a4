package org.keywarden.platform.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.message.TimeTexts;

/** Times in the language of the page; no time is an empty text. */
@Named
@ApplicationScoped
public class Times {

    @Inject TimeTexts texts;
    @Inject ViewLocale locale;
    @Inject Clock clock;

    /** How far from now: {@code in 6 days}, {@code 3 hours ago}, {@code just now}. */
    public String relative(@Nullable Instant time) {
        return time == null ? "" : texts.relative(locale.get(), time, clock.instant());
    }

    /** Date and time to the minute, in UTC: {@code 22 November 2026 at 14:03 UTC}. */
    public String exact(@Nullable Instant time) {
        return time == null ? "" : texts.exact(locale.get(), time);
    }

    /** The date in UTC, with the month abbreviated: {@code 22 Nov 2026}. */
    public String day(@Nullable Instant time) {
        return time == null ? "" : texts.day(locale.get(), time);
    }

    /** The date in UTC without its year, for what is not long ago: {@code 22 Nov}. */
    public String dayOfYear(@Nullable Instant time) {
        return time == null ? "" : texts.dayOfYear(locale.get(), time);
    }

    /** Date and time in UTC without the year, for what is not long ago: {@code 22 Nov, 14:00}. */
    public String hour(@Nullable Instant time) {
        return time == null ? "" : texts.hour(locale.get(), time);
    }

    /** The time of day in UTC: {@code 14:00}. */
    public String hourOfDay(@Nullable Instant time) {
        return time == null ? "" : texts.hourOfDay(locale.get(), time);
    }

    /** For machines: ISO 8601 in UTC. */
    public String iso(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
