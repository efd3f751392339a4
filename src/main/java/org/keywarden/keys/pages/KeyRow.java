package org.keywarden.keys.pages;

import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.upstream.UpstreamState;

/**
 * A key as pages show it.
 *
 * @param key as it is now
 * @param upstream what became of it at its provider, or {@code null} unless that issued it and it is
 *     revoked
 */
public record KeyRow(KeySummary key, @Nullable UpstreamState upstream) {}
