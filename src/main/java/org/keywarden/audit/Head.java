package org.keywarden.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the database says of where the chain ends.
 *
 * @param mark the last entry
 * @param keyId which key the seal was made with; {@code null} while the chain is empty
 * @param seal proves that a node of ours wrote this head; {@code null} while the chain is empty
 */
record Head(Mark mark, @Nullable String keyId, @Nullable String seal) {}
