package org.keywarden.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the chain from its first entry on, and tells the first place where it does not hold. */
final class ChainCheck {

    private final List<ChainKey> keys;
    private final @Nullable Mark noted;
    private Mark last = Mark.START;

    /**
     * @param noted what somebody has noted of this chain elsewhere, or {@code null}
     */
    ChainCheck(List<ChainKey> keys, @Nullable Mark noted) {
        this.keys = List.copyOf(keys);
        this.noted = noted;
    }

    /** The place up to which everything holds. */
    Mark last() {
        return last;
    }

    /** What is wrong with the next row, in the order of the sequence; empty if nothing is. */
    Optional<String> next(ChainedEntry row) {
        var wrong = judge(row, last.sequence() + 1);
        if (wrong.isEmpty()) {
            last = row.mark();
        }
        return wrong;
    }

    /** What is wrong with the end of the chain; empty if nothing is. */
    Optional<String> end(@Nullable Head head) {
        if (head == null) {
            return Optional.of("the head is missing: the row of audit_head was removed");
        }
        var mark = head.mark();
        if (mark.sequence() > last.sequence()) {
            return Optional.of(
                    "sequence %d: removed, for the head is at sequence %d"
                            .formatted(last.sequence() + 1, mark.sequence()));
        }
        if (!mark.equals(last)) {
            return Optional.of(
                    "the head is at sequence %d, and not where the chain ends, at sequence %d"
                            .formatted(mark.sequence(), last.sequence()));
        }
        if (mark.sequence() > 0 && !isSealed(head)) {
            return Optional.of("the head was altered: its seal does not fit");
        }
        return endsBeforeNoted();
    }

    private Optional<String> judge(ChainedEntry row, long expected) {
        var at = "sequence %d, entry %s: ".formatted(row.sequence(), row.entry().id());
        if (row.sequence() > expected) {
            return Optional.of(
                    "sequence %d: removed, for the next is sequence %d, entry %s"
                            .formatted(expected, row.sequence(), row.entry().id()));
        }
        if (row.sequence() < expected) {
            return Optional.of(at + "inserted or duplicated, for its place is taken");
        }
        var key = key(row.keyId());
        if (key.isEmpty()) {
            return Optional.of(
                    at
                            + "made with the key %s, which comes from none of the configured secrets"
                                    .formatted(row.keyId()));
        }
        if (!key.get().chain(last, row.entry()).equals(row)) {
            return Optional.of(at + "edited, replaced or moved, for it does not fit its hash");
        }
        if (noted != null && noted.sequence() == expected && !noted.equals(row.mark())) {
            return Optional.of(at + "not the one that was noted: the chain was made anew");
        }
        return Optional.empty();
    }

    private boolean isSealed(Head head) {
        return key(String.valueOf(head.keyId()))
                .filter(key -> key.seal(head.mark()).equals(head))
                .isPresent();
    }

    private Optional<String> endsBeforeNoted() {
        return noted == null || noted.sequence() <= last.sequence()
                ? Optional.empty()
                : Optional.of(
                        "sequence %d: removed, for sequence %d was noted"
                                .formatted(last.sequence() + 1, noted.sequence()));
    }

    private Optional<ChainKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
