package org.keywarden.usage;

import java.util.List;
import org.keywarden.keys.KeySummary;

/**
 * Keys that somebody should look at.
 *
 * @param total how many there are
 * @param keys the first of them, five at most
 */
public record Insight(long total, List<KeySummary> keys) {

    public Insight {
        keys = List.copyOf(keys);
    }
}
