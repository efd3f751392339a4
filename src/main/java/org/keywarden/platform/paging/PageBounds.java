package org.keywarden.platform.paging;

/**
 * Which part of a list to read.
 *
 * @param page from 1
 * @param size rows a page, 1–100
 */
public record PageBounds(int page, int size) {

    /** The number of rows before this page; more than any table has, for a far page. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** How many pages it takes to show so many rows; 0 for none. */
    public int pagesFor(long total) {
        return (int) ((total + size - 1) / size);
    }
}
