package org.keywarden.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is as wanted. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /**
     * The first answer that is as wanted.
     *
     * @throws AssertionError with the last answer, if none was for ten seconds
     */
    public static <T> T eventually(Supplier<T> question, Predicate<T> wanted) {
        var deadline = Instant.now().plus(LIMIT);
        while (true) {
            var answer = question.get();
            if (wanted.test(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not in " + LIMIT + ": " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
