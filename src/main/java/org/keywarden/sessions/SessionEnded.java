package org.keywarden.sessions;

import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;

/** Somebody signed out. */
public record SessionEnded(String sessionId, UserId user) implements DomainEvent {

    @Override
    public String action() {
        return "session.ended";
    }

    @Override
    public String target() {
        return sessionId;
    }

    @Override
    public String ownerId() {
        return user.value();
    }

    @Override
    public String actorId() {
        return user.value();
    }
}
