package org.keywarden.architecture.violations.keys;

import java.security.SecureRandom;
import org.keywarden.architecture.Violates;

@Violates("ONE_SOURCE_OF_RANDOMNESS")
@SuppressWarnings("unused")
final class RollsItsDice {
    private final SecureRandom random = new SecureRandom();
}
