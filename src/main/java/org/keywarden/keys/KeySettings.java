package org.keywarden.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.platform.event.Changes;

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

    /** Those of a new key. */
    static KeySettings of(NewKey wish, Instant now) {
        return new KeySettings(
                wish.label(), wish.description(), wish.scopes(), expiry(wish.expiresInDays(), now));
    }

    /** The same but for what the patch defines. */
    KeySettings patched(KeyPatch patch, Instant now) {
        return new KeySettings(
                patch.label().orElse(label),
                patch.description().orElse(description),
                patch.scopes().orElse(scopes),
                patch.expiresInDays().isPresent()
                        ? expiry(patch.expiresInDays().get(), now)
                        : expiresAt);
    }

    /** What is different since then, or since there was nothing. */
    Changes changesSince(@Nullable KeySettings before) {
        var old = Optional.ofNullable(before);
        return new Changes()
                .note("label", old.map(KeySettings::label).orElse(null), label)
                .note("description", old.map(KeySettings::description).orElse(null), description)
                .note("scopes", old.map(KeySettings::scopeText).orElse(null), scopeText())
                .note("expiresAt", old.map(KeySettings::expiresAt).orElse(null), expiresAt);
    }

    private static @Nullable Instant expiry(@Nullable Integer days, Instant now) {
        return days == null ? null : now.plus(Duration.ofDays(days));
    }

    String scopeText() {
        return Scope.format(scopes);
    }
}
