package org.keywarden.keys.pages;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read once a phase, however often the page names it: what an action has changed is
 * read again to be shown.
 */
final class PerPhase<T> {

    private final Supplier<T> source;
    private @Nullable PhaseId phase;
    private @Nullable T value;

    PerPhase(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        var now = FacesContext.getCurrentInstance().getCurrentPhaseId();
        var known = value;
        if (known == null || !now.equals(phase)) {
            known = source.get();
            value = known;
            phase = now;
        }
        return known;
    }
}
