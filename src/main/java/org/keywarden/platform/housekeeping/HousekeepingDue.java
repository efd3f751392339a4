package org.keywarden.platform.housekeeping;

import java.time.Instant;

/**
 * It is time to delete what is too old. Every node fires it, every ten minutes, so whoever observes it
 * does something that can be done twice.
 *
 * @param at now
 */
public record HousekeepingDue(Instant at) {}
