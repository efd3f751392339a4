package org.keywarden.architecture.violations.keys;

import java.time.Instant;
import org.keywarden.architecture.Violates;

@Violates("ONE_CLOCK")
final class LooksAtItsWatch {
    Instant now() {
        return Instant.now();
    }
}
