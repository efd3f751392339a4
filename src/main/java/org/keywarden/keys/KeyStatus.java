package org.keywarden.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a key. Where several apply, the first of this order counts. */
public enum KeyStatus {
    REVOKED,
    DISABLED,
    EXPIRED,
    ACTIVE;

    /** Derives it; a key expires at the very moment that is named. */
    static KeyStatus of(
            @Nullable Instant revokedAt,
            @Nullable Instant disabledAt,
            @Nullable Instant expiresAt,
            Instant now) {
        if (revokedAt != null) {
            return REVOKED;
        }
        if (disabledAt != null) {
            return DISABLED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? EXPIRED : ACTIVE;
    }
}
