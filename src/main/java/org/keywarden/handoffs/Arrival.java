package org.keywarden.handoffs;

import org.jspecify.annotations.Nullable;

/**
 * What came of a browser's coming back.
 *
 * @param spentCookie the cookie that it needs no more, or {@code null} if it was turned away
 */
public record Arrival(Outcome outcome, @Nullable String spentCookie) {

    static Arrival of(Outcome outcome) {
        return new Arrival(outcome, null);
    }
}
