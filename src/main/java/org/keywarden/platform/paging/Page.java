package org.keywarden.platform.paging;

import java.util.List;

/**
 * A part of a list.
 *
 * @param rows what stands on this page
 * @param bounds which page it is
 * @param total how many rows there are on all pages
 */
public record Page<T>(List<T> rows, PageBounds bounds, long total) {

    public Page {
        rows = List.copyOf(rows);
    }

    public int totalPages() {
        return bounds.pagesFor(total);
    }
}
