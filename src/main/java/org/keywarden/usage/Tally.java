package org.keywarden.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeyId;

/**
 * The uses of one key in one hour.
 *
 * @param key which key
 * @param hour the hour's begin, UTC
 * @param granted uses that opened what was asked for
 * @param denied uses that did not
 * @param lastGrantedAt the last of the granted ones, or {@code null} if there was none
 */
record Tally(KeyId key, Instant hour, long granted, long denied, @Nullable Instant lastGrantedAt) {

    Tally plus(Tally other) {
        var last = lastGrantedAt;
        if (last == null || (other.lastGrantedAt != null && other.lastGrantedAt.isAfter(last))) {
            last = other.lastGrantedAt;
        }
        return new Tally(key, hour, granted + other.granted, denied + other.denied, last);
    }
}
