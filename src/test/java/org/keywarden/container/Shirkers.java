package org.keywarden.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keywarden.platform.housekeeping.HousekeepingTask;

/** Two tasks that always fail, and are remembered by when they were asked. */
@ApplicationScoped
public class Shirkers {

    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Produces
    HousekeepingTask one() {
        return now -> shirk("one " + now);
    }

    @Produces
    HousekeepingTask another() {
        return now -> shirk("another " + now);
    }

    private void shirk(String what) {
        asked.add(what);
        throw new IllegalStateException("on purpose");
    }

    /** Who was asked to do something, and for which time. */
    public Set<String> asked() {
        return asked;
    }
}
