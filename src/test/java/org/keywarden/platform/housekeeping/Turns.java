package org.keywarden.platform.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Takes turns at housekeeping for tests in other packages. */
@ApplicationScoped
public class Turns {

    @Inject HousekeepingTurn turn;
    @Inject Housekeeping housekeeping;

    public boolean take() {
        return turn.take();
    }

    /** Does what is done in a turn, without taking it. */
    public void cleanUp(Instant now) {
        housekeeping.cleanUp(now);
    }
}
