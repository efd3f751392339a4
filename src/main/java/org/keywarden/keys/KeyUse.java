package org.keywarden.keys;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.keywarden.access.Scope;

/**
 * That a key opened what was asked for.
 *
 * @param key which
 * @param at the last time
 * @param asked the scopes that were asked for; empty if none was
 */
public record KeyUse(KeyId key, Instant at, Set<Scope> asked) {

    public KeyUse {
        asked = Set.copyOf(asked);
    }

    /** Both of two uses of a key as one. */
    public KeyUse plus(KeyUse other) {
        var all = new HashSet<>(asked);
        all.addAll(other.asked);
        return new KeyUse(key, at.isAfter(other.at) ? at : other.at, all);
    }
}
