package org.keywarden.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When somebody failed to sign in as one subject, and what follows: five failures within 15 minutes
 * lock it for the 30 minutes after the fifth. ADR 20.
 *
 * @param times in their order
 */
record SignInFailures(List<Instant> times) {

    private static final int LIMIT = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LOCK = Duration.ofMinutes(30);

    SignInFailures {
        times = times.stream().sorted().toList();
    }

    /** Before this time a failure is too old to be one of five that lock until {@code now}. */
    static Instant horizon(Instant now) {
        return now.minus(LOCK).minus(WINDOW);
    }

    /** With one more. */
    SignInFailures plus(Instant time) {
        return new SignInFailures(Stream.concat(times.stream(), Stream.of(time)).toList());
    }

    /** Whether they lock the subject at that time. */
    boolean lockAt(Instant now) {
        for (int fifth = LIMIT - 1; fifth < times.size(); fifth++) {
            if (isWithinWindow(fifth) && now.isBefore(times.get(fifth).plus(LOCK))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithinWindow(int fifth) {
        var first = times.get(fifth - LIMIT + 1);
        return !times.get(fifth).isAfter(first.plus(WINDOW));
    }
}
