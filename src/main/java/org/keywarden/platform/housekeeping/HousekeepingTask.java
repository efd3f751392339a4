package org.keywarden.platform.housekeeping;

import java.time.Instant;

/** Something that is to be done once a minute, such as to delete what is too old. A module implements it. */
public interface HousekeepingTask {

    /**
     * Does it. One node at a time is asked to; a node that was slow may still be at it when the next one
     * begins, so it is something that can be done twice. What it throws is logged, and the next time is
     * a minute later.
     */
    void cleanUp(Instant now);
}
