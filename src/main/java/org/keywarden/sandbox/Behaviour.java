package org.keywarden.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sandbox is to do, good or bad, as a provider might. */
enum Behaviour {
    /** Gives a key. */
    APPROVE,
    /** Sends the browser back without one, since the user said no. */
    REFUSE,
    /** Breaks down when the key is asked for. */
    FAIL,
    /** Gives a key after {@link SandboxApi#SLOW_SECONDS}. */
    SLOW,
    /** Answers with something that is no key. */
    UNUSABLE;

    static Optional<Behaviour> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
