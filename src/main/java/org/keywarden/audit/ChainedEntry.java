package org.keywarden.audit;

/**
 * An entry in its place in the chain.
 *
 * @param sequence 1 for the first of all, and no number is left out
 * @param entry what happened
 * @param keyId which key the hash was made with
 * @param hash over the previous entry's hash and this entry, 64 hex digits
 */
record ChainedEntry(long sequence, AuditEntry entry, String keyId, String hash) {

    Mark mark() {
        return new Mark(sequence, hash);
    }
}
