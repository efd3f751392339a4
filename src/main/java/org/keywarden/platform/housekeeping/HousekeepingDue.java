package org.keywarden.platform.housekeeping;

import java.time.Instant;

/**
 * It is time to delete what is too old. One node at a time fires it, about once a minute. A node that was
 * slow may still be at it when the next one begins, so whoever observes it does something that can be
 * done twice.
 *
 * @param at now
 */
public record HousekeepingDue(Instant at) {}
