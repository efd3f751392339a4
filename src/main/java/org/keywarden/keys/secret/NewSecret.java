package org.keywarden.keys.secret;

import org.jspecify.annotations.Nullable;

/**
 * A new key and what is stored of it.
 *
 * @param raw the key itself, for its owner's eyes, once
 * @param prefix the shown form
 * @param digest what it is found by
 * @param hash what it is compared with besides, or {@code null} for a native key, which nobody guesses
 */
public record NewSecret(String raw, String prefix, String digest, @Nullable String hash) {

    /** Never the key. */
    @Override
    public String toString() {
        return prefix;
    }
}
