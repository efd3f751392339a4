package org.keywarden.keys.secret;

/**
 * A new key and what is stored of it.
 *
 * @param raw the key itself, for its owner's eyes, once
 * @param prefix the shown form
 * @param digest the stored form
 */
public record MintedSecret(String raw, String prefix, String digest) {

    /** Never the key. */
    @Override
    public String toString() {
        return prefix;
    }
}
