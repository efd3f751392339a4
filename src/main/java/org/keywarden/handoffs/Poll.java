package org.keywarden.handoffs;

import org.jspecify.annotations.Nullable;

/**
 * How far a hand-off is; if it is complete, with its key, this once.
 *
 * @param delivery {@code null} unless complete
 * @param expiresInSeconds how long the key can still be registered; 0 unless complete
 */
public record Poll(HandOffStatus status, @Nullable Delivery delivery, long expiresInSeconds) {

    static Poll of(HandOffStatus status) {
        return new Poll(status, null, 0);
    }
}
