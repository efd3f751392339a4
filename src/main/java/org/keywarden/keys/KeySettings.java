package org.keywarden.keys;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;

/**
 * What an owner decides about a key.
 *
 * @param label or {@code null}; trimmed, at most 64 code points
 * @param description or {@code null}; trimmed, at most 255 code points
 * @param scopes what it may do
 * @param expiresAt when it stops working, or {@code null} for never
 */
record KeySettings(
        @Nullable String label,
        @Nullable String description,
        Set<Scope> scopes,
        @Nullable Instant expiresAt) {

    KeySettings {
        scopes = Set.copyOf(scopes);
    }

    String scopeText() {
        return Scope.format(scopes);
    }
}
