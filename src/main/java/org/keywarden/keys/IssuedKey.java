package org.keywarden.keys;

/**
 * A new key with its secret: the only time that anybody sees it.
 *
 * @param key what can be seen later, too
 * @param rawApiKey the key itself
 */
public record IssuedKey(KeySummary key, String rawApiKey) {

    /** Never the key. */
    @Override
    public String toString() {
        return "IssuedKey[" + key.id() + "]";
    }
}
