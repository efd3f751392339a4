package org.keywarden.handoffs;

import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;

/**
 * A key that a hand-off delivered.
 *
 * @param handOff which
 * @param owner who began it
 * @param raw the key
 * @param userId whom the provider issued it to, in its own words, or {@code null}
 * @param reference by which the provider knows the key without having it, or {@code null}
 */
public record Delivery(
        HandOffId handOff,
        UserId owner,
        String raw,
        @Nullable String userId,
        @Nullable String reference) {

    static Delivery of(HandOff handOff, String raw) {
        return new Delivery(
                handOff.id(),
                handOff.user(),
                raw,
                handOff.providerUserId(),
                handOff.providerReference());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Delivery[" + handOff + "]";
    }
}
