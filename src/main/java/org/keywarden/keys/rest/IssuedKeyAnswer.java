package org.keywarden.keys.rest;

import org.keywarden.keys.IssuedKey;

/**
 * A new key, and the only answer that carries its secret.
 *
 * @param rawApiKey the secret
 * @param warning what to do with it
 */
public record IssuedKeyAnswer(KeyView key, String rawApiKey, String warning) {

    static IssuedKeyAnswer of(IssuedKey issued) {
        return new IssuedKeyAnswer(
                KeyView.of(issued.key(), null),
                issued.rawApiKey(),
                "Store this key now. It is never shown again.");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "IssuedKeyAnswer[" + key.id() + "]";
    }
}
