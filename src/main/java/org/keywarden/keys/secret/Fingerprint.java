package org.keywarden.keys.secret;

import java.util.List;

/**
 * What a key is, or may already be, stored under.
 *
 * @param newest under the newest pepper, one for each form of the key; the first is the one to store
 * @param all under all peppers
 */
public record Fingerprint(List<String> newest, List<String> all) {

    public Fingerprint {
        newest = List.copyOf(newest);
        all = List.copyOf(all);
    }

    /** What to store the key under. */
    public String stored() {
        return newest.get(0);
    }
}
