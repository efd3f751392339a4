package org.keywarden.platform.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes turns at housekeeping for tests in other packages. */
@ApplicationScoped
public class Turns {

    @Inject HousekeepingTurn turn;

    public boolean take() {
        return turn.take();
    }
}
