package org.keywarden.handoffs;

import org.jspecify.annotations.Nullable;

/**
 * The gateway on whose behalf a hand-off begins, as it names itself; kept in the audit trail.
 *
 * @param instanceId which, or {@code null}; at most 128 code points
 * @param nonce what it recognises the hand-off by, or {@code null}; at most 128 code points
 */
public record Gateway(@Nullable String instanceId, @Nullable String nonce) {

    public static final Gateway NONE = new Gateway(null, null);
}
