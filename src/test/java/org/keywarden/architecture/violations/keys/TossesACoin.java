package org.keywarden.architecture.violations.keys;

import org.keywarden.architecture.Violates;

@Violates("ONE_SOURCE_OF_RANDOMNESS")
final class TossesACoin {
    boolean heads() {
        return Math.random() < 0.5;
    }
}
