package org.keywarden.verification;

import java.time.Instant;
import org.keywarden.keys.KeyId;

/**
 * A key was presented, and judged. No domain event: nothing changed, and it happens thousands of
 * times a second.
 *
 * @param key which
 * @param granted whether it opened what was asked for
 * @param at when
 */
public record KeyUsed(KeyId key, boolean granted, Instant at) {}
