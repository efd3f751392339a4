package org.keywarden.usage;

/**
 * What the keys of an owner look like as a whole, and which of them ask for attention.
 *
 * @param activeKeys how many work now
 * @param totalKeys how many there are, in whatever state
 * @param expiring active ones that expire within 30 days, the soonest first
 * @param neverUsed active ones, older than 7 days, that never opened anything, the oldest first
 * @param overScoped active ones that may do more than they need, the oldest first: legacy keys; and others,
 *     older than 7 days, that hold a scope which no granted use of the last 30 days asked for, though some
 *     use asked for a scope
 */
public record KeyInsights(
        long activeKeys, long totalKeys, Insight expiring, Insight neverUsed, Insight overScoped) {}
