package org.keywarden.keys.pages;

import java.util.List;
import org.keywarden.keys.KeySummary;
import org.keywarden.platform.faces.PageLinks;
import org.keywarden.platform.paging.Page;

/**
 * What the list of the keys shows.
 *
 * @param rows those of the page
 * @param page which one of how many
 * @param links to the other pages
 * @param revoked how many keys of whatever page are revoked, hidden or not
 */
public record KeyTable(List<KeyRow> rows, Page<KeySummary> page, PageLinks links, long revoked) {

    public KeyTable {
        rows = List.copyOf(rows);
    }
}
