package org.keywarden.platform.paging;

/**
 * Rows of a list that follow one another.
 *
 * @param offset how many rows come before them
 * @param size how many they are
 */
public record Stretch(long offset, long size) {

    /** All rows of a page, as far as the list may go. */
    public static Stretch of(PageBounds bounds) {
        return new Stretch(bounds.offset(), bounds.size());
    }

    /** Those of them that lie in a part of the list, counted from the begin of that part. */
    public Stretch within(long begin, long length) {
        var first = Math.max(offset, begin);
        var end = Math.min(offset + size, begin + length);
        return first < end ? new Stretch(first - begin, end - first) : new Stretch(0, 0);
    }

    /** The same rows, counted from the end of a list that is so long. */
    public Stretch fromEnd(long length) {
        return new Stretch(length - offset - size, size);
    }

    /** Whether the end of a list that is so long is nearer than its begin. */
    public boolean isNearEnd(long length) {
        return offset > length / 2;
    }

    public boolean isEmpty() {
        return size == 0;
    }
}
