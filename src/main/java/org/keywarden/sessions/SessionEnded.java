package org.keywarden.sessions;

import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;

/**
 * A session was ended before its time.
 *
 * @param sessionId which
 * @param user whose it was
 * @param actor that user, or the administrator whose doing ended it; {@code null} for the system,
 *     since nobody used it
 */
public record SessionEnded(String sessionId, UserId user, @Nullable UserId actor)
        implements DomainEvent {

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
    public @Nullable String actorId() {
        return actor == null ? null : actor.value();
    }
}
