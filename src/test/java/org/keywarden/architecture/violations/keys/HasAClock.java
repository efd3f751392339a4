package org.keywarden.architecture.violations.keys;

import java.time.Clock;
import org.keywarden.architecture.Violates;

@Violates("ONE_CLOCK")
@SuppressWarnings("unused")
final class HasAClock {
    private final Clock clock = Clock.systemUTC();
    private final long since = System.currentTimeMillis();
}
