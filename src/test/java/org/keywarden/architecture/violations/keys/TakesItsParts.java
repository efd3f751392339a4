package org.keywarden.architecture.violations.keys;

import jakarta.inject.Inject;
import java.time.Clock;
import org.keywarden.architecture.Violates;

@Violates("NO_CONSTRUCTOR_INJECTION")
@SuppressWarnings("unused")
final class TakesItsParts {
    private final Clock clock;

    @Inject
    TakesItsParts(Clock clock) {
        this.clock = clock;
    }
}
