package org.keywarden.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A key that a provider issued.
 *
 * @param raw the key: 8–512 printable ASCII characters
 * @param userId whom the provider issued it to, in its own words, or {@code null}; at most 255
 *     printable characters
 * @param reference by which the provider knows the key without having it, or {@code null}; as {@code
 *     userId}
 */
public record ProviderKey(String raw, @Nullable String userId, @Nullable String reference) {

    /** Never the key. */
    @Override
    public String toString() {
        return "ProviderKey";
    }
}
