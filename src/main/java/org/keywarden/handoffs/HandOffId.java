package org.keywarden.handoffs;

import org.keywarden.platform.id.Ids;

/**
 * The id of a hand-off: {@code hnd_} and 32 hex digits. It names one in the log and the audit trail, and
 * opens nothing; who may poll holds a login session id, of which only a digest is stored.
 */
public record HandOffId(String value) {

    private static final int TAIL = 8;

    static HandOffId next() {
        return new HandOffId(Ids.next("hnd"));
    }

    /** Enough of it to tell the hand-offs of one browser apart. */
    String tail() {
        return value.substring(value.length() - TAIL);
    }

    @Override
    public String toString() {
        return value;
    }
}
