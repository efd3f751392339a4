package org.keywarden.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the chain, written as {@code <sequence>:<hash>}: who has noted it elsewhere can prove
 * later that nothing up to there was altered.
 *
 * @param sequence how many entries there are up to here
 * @param hash of the last of them, 64 hex digits
 */
record Mark(long sequence, String hash) {

    /** Where the chain begins, before its first entry. */
    static final Mark START = new Mark(0, "0".repeat(64));

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    static Optional<Mark> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Mark(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
