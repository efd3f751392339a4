package org.keywarden.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.keys.KeyId;

/**
 * A key was presented, and judged. No domain event: nothing changed, and it happens thousands of
 * times a second.
 *
 * @param key which
 * @param owner whose key it is
 * @param code the outcome
 * @param asked the scope that was asked for, or {@code null} if none was
 * @param at when
 */
public record KeyUsed(KeyId key, UserId owner, Code code, @Nullable Scope asked, Instant at) {

    /** Whether it opened what was asked for. */
    public boolean isGranted() {
        return code == Code.VALID;
    }
}
