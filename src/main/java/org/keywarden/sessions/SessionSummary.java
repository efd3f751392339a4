package org.keywarden.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param id {@code ses_…}; not the token, and of no use without it
 * @param createdAt when it began
 * @param lastUsedAt when it was last used, to the minute; {@code createdAt} at first
 * @param address the IP address it began from, or {@code null} if unknown
 * @param userAgent the program it began with, or {@code null} if unknown
 * @param current whether it is the one that asks
 */
public record SessionSummary(
        String id,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable String address,
        @Nullable String userAgent,
        boolean current) {}
