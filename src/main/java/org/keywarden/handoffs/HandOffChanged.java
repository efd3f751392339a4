package org.keywarden.handoffs;

import java.util.Map;
import org.keywarden.platform.event.DomainEvent;

/**
 * A hand-off went on.
 *
 * @param id which
 * @param action {@code handoff.started}, {@code .completed}, {@code .redeemed}, {@code .failed}, {@code
 *     .denied} or {@code .cancelled}
 * @param ownerId who began it
 * @param changes the provider, and what else was noted at its start
 */
public record HandOffChanged(
        HandOffId id, String action, String ownerId, Map<String, Change> changes)
        implements DomainEvent {

    @Override
    public String target() {
        return id.value();
    }

    /** Who began it also makes it go on: everybody else is turned away. */
    @Override
    public String actorId() {
        return ownerId;
    }
}
